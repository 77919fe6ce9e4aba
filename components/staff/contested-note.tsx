import { useLocale, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { staffMoment } from "@/lib/kernel/rome-words";
import type { ContestedApplication } from "@/lib/review/queries/contested-applications";
import { routes } from "@/lib/routes";

type Props = { callId: string; contested: readonly ContestedApplication[] };

/** Applications whose fiscal code somebody else wanted to send with: whoever it is waits for a call. */
export function ContestedNote({ callId, contested }: Props) {
  const t = useTranslations("staff");
  const locale = useLocale();
  if (contested.length === 0) return null;
  return (
    <Callout tone="cotto">
      <p>{t("contests.list", { count: contested.length })}</p>
      <ul>
        {contested.map(({ id, code, attempts, lastAt }) => (
          <li key={id}>
            <Link href={routes.staffApplication(callId, id)}>{code}</Link>{" "}
            {t("contests.attempts", {
              count: attempts,
              moment: staffMoment(new Date(lastAt), locale),
            })}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
