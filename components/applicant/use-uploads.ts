"use client";
import { useEffect, useSyncExternalStore } from "react";
import { useRouter } from "@/lib/i18n/navigation";
import { type Sending, uploads } from "./uploads";

const NONE: readonly Sending[] = [];

/**
 * What this window uploads to an application. The page is read again when a file has become an
 * attachment, and once it shows it the upload is forgotten.
 */
export function useUploads(applicationId: string, attached: readonly { id: string }[]) {
  const router = useRouter();
  const all = useSyncExternalStore(uploads.subscribe, uploads.all, () => NONE);
  const own = all.filter((one) => one.applicationId === applicationId);
  const arrived = own.filter(({ phase }) => phase === "done");
  const unseen = arrived.filter(({ attachmentId }) => !attached.some((f) => f.id === attachmentId));
  const unseenKeys = unseen.map(({ key }) => key).join();
  useEffect(() => {
    if (unseenKeys) router.refresh();
  }, [unseenKeys, router]);
  const seenKeys = arrived.filter((one) => !unseen.includes(one)).map(({ key }) => key);
  const seen = seenKeys.join();
  useEffect(() => {
    for (const key of seen ? seen.split(",") : []) uploads.forget(key);
  }, [seen]);
  return own.filter(({ key }) => !seenKeys.includes(key));
}

/** How often a page looks whether the check of a file has ended. */
const LOOK_MS = 20_000;

/** Reads the page again while a file waits for its check, as long as somebody looks at it. */
export function useChecksToCome(waiting: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [waiting, router]);
}
