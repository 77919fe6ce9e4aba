"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { Company } from "@/lib/calls/commands/note-presence";
import { clockTime } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { useDesk } from "./saving-desk";

const HEARTBEAT_MS = 20_000;

type Props = {
  callId: string;
  company: Company;
  /** Words for the fields that others write. */
  labels: Readonly<Record<string, string>>;
};

/** Who else has this draft open, and what they wrote since the page was read. */
export function CompanyNote({ callId, company: given, labels }: Props) {
  const t = useTranslations("editor");
  const { settle, saved } = useDesk();
  const router = useRouter();
  const company = useCompany(callId, given);
  const { others } = company;
  // What is written on other pages of the same draft is no news on this one.
  const edits = company.edits.filter((edit) => labelOf(edit.field, labels));
  const names = others.map((other) => other.name || t("someone"));
  return (
    <div role="status">
      {(names.length > 0 || edits.length > 0) && (
        <div className="mb-4">
          <Callout>
            {names.length > 0 && (
              <p>{t("company.here", { count: names.length, names: names.join(", ") })}</p>
            )}
            {edits.length > 0 && (
              <>
                <ul>
                  {[...byAuthor(edits)].map(([by, { fields, at }]) => (
                    <li key={by}>
                      {t("company.wrote", {
                        name: by || t("someone"),
                        time: clockTime(at, "minutes"),
                        fields: [...new Set(fields.map((field) => labelOf(field, labels)))].join(
                          ", ",
                        ),
                      })}
                    </li>
                  ))}
                </ul>
                {/* Two texts that wait for a choice would be lost. */}
                {saved.conflicts.length === 0 && (
                  <p className="mt-s">
                    <Button
                      type="button"
                      look="outline"
                      small
                      onClick={() => void settle().then((stored) => stored && router.refresh())}
                    >
                      {t("company.read")}
                    </Button>
                  </p>
                )}
              </>
            )}
          </Callout>
        </div>
      )}
    </div>
  );
}

type Edits = Company["edits"];

function byAuthor(edits: Edits): Map<string, { fields: string[]; at: Date }> {
  const authors = new Map<string, { fields: string[]; at: Date }>();
  for (const { by, field, at } of edits) {
    authors.set(by, { fields: [...(authors.get(by)?.fields ?? []), field], at: new Date(at) });
  }
  return authors;
}

/** A part of the form is "form:" and its id, or one of its texts. */
const labelOf = (field: string, labels: Props["labels"]) =>
  [3, 2, 1]
    .map((deep) => labels[field.split(":").slice(0, deep).join(":")])
    .find((label) => label !== undefined);

/** Asks every few seconds while the page is looked at; a question without an answer changes nothing. */
function useCompany(callId: string, given: Company): Pick<Company, "others" | "edits"> {
  const [known, setKnown] = useState({ given, ...given });
  if (known.given !== given) setKnown({ given, ...given });
  useEffect(() => {
    const since = new Date(given.asOf).toISOString();
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      const answer = await fetch(routes.staffCallPresence(callId, since), { method: "POST" });
      if (answer.ok) setKnown({ given, ...((await answer.json()) as Company) });
    };
    const quietly = () => {
      ask().catch(() => undefined);
    };
    const timer = setInterval(quietly, HEARTBEAT_MS);
    document.addEventListener("visibilitychange", quietly);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", quietly);
    };
  }, [callId, given]);
  return known;
}
