import { useLocale, useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { ACT_KINDS, ACT_WORDS } from "@/lib/calls/core/act-kinds";
import type { StaffActs } from "@/lib/calls/queries/staff-acts";
import { dateAndHour } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { refusalOf } from "./problems";

/** A new act: each kind with what it does, and why it cannot be published now. */
export function ActKinds({ page }: { page: StaffActs }) {
  const t = useTranslations("acts");
  const why = useTranslations("staff");
  const locale = useLocale();
  const { call, prepared, may } = page;
  return (
    <Panel title={t("new")}>
      {prepared && (
        <div className="note note-warn">
          <p>
            {t(prepared.stale ? "preparedStale" : "preparedBy", {
              kind: t(`kind.${prepared.kind}`),
              name: prepared.by,
              moment: dateAndHour(prepared.updatedAt, locale),
            })}{" "}
            <Link href={routes.staffPreparedAct(call.id)}>{t("open")}</Link>
          </p>
        </div>
      )}
      <ul className="act-kinds">
        {ACT_KINDS.map((kind) => {
          const verdict = may[kind];
          const label = t(`newOf.${kind}`);
          return (
            <li key={kind}>
              <p className="small soft">{t(`what.${kind}`)}</p>
              {verdict.ok ? (
                <ButtonLink
                  href={routes.staffNewAct(call.id, ACT_WORDS[kind])}
                  look="outline"
                  small
                >
                  {label}
                </ButtonLink>
              ) : (
                <Button look="outline" small refusal={why(`refusals.${refusalOf(verdict.reason)}`)}>
                  {label}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
