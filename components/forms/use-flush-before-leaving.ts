"use client";
import { useEffect } from "react";

type Given = {
  /** Stores what is not stored yet. */
  flush: () => Promise<boolean>;
  unsaved: () => boolean;
};

/** A link that stays on this page, and need not wait, says so with this attribute. */
const STAYS = "data-stays";

/**
 * A link waits until what was typed is stored; without a network it goes on all the same, because
 * what was typed is there on return. The browser asks before it closes a tab with something unsaved.
 */
export function useFlushBeforeLeaving({ flush, unsaved }: Given): void {
  useEffect(() => {
    const passed = new WeakSet<Element>();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest("a[href]");
      if (!(link instanceof HTMLAnchorElement) || !leads(link, event) || !unsaved()) return;
      if (passed.delete(link)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void flush().then(() => {
        passed.add(link);
        link.click();
      });
    };
    const onClose = (event: BeforeUnloadEvent) => {
      if (unsaved()) event.preventDefault();
    };
    window.addEventListener("click", onClick, true);
    window.addEventListener("beforeunload", onClose);
    return () => {
      window.removeEventListener("click", onClick, true);
      window.removeEventListener("beforeunload", onClose);
    };
  }, [flush, unsaved]);
}

/** Whether a click on this link takes this tab to another page. */
function leads(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey;
  const stays = link.target || link.hasAttribute("download") || link.hasAttribute(STAYS);
  const within = link.hash !== "" && link.pathname === window.location.pathname;
  return !elsewhere && !stays && !within;
}
