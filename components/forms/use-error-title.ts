"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** The title of the page begins with "Errore:" while there is something to mend. */
export function useErrorTitle(failed: boolean): void {
  const errors = useTranslations("errors");
  useEffect(() => {
    const title = document.title;
    // A page that the server answered with its errors says so already.
    if (!failed || title.startsWith(errors("titlePrefix", { title: "" }).trim())) return;
    const told = errors("titlePrefix", { title });
    document.title = told;
    return () => {
      // On the way to another page the title is that page's already.
      if (document.title === told) document.title = title;
    };
  }, [failed, errors]);
}
