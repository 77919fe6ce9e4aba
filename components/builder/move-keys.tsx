"use client";
import { useEffect } from "react";

/** Alt with an arrow presses the buttons that move a part; a changed list of a rule saves itself. */
export function MoveKeys({ form }: { form: string }) {
  useEffect(() => {
    const element = document.getElementById(form);
    if (!(element instanceof HTMLFormElement)) return;
    const press = (value: string) =>
      element.querySelector<HTMLButtonElement>(`button[name="do"][value="${value}"]`)?.click();
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
      event.preventDefault();
      press(event.key === "ArrowUp" ? "up" : "down");
    };
    const onChange = (event: Event) => {
      const { name } = event.target as HTMLSelectElement;
      if (name === "c.mode" || /^c\..*(field|op)$/.test(name)) press("save");
    };
    document.addEventListener("keydown", onKey);
    element.addEventListener("change", onChange);
    return () => {
      document.removeEventListener("keydown", onKey);
      element.removeEventListener("change", onChange);
    };
  }, [form]);
  return null;
}
