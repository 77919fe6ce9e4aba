import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { StaffRole } from "@/lib/auth/roles";

type Props = {
  password: string;
  staff: { name: string; email: string; roles: readonly StaffRole[]; code: string }[];
};

/** In the demonstration nobody has an authenticator app: the codes of this moment, to be copied. */
export function DemonstrationStaff({ password, staff }: Props) {
  const t = useTranslations("auth");
  return (
    <Panel title={t("demonstration.title")} tint>
      <p>
        {t.rich("demonstration.text", {
          password,
          mono: (words) => <span className="ct-mono">{words}</span>,
        })}
      </p>
      <ul className="ct-demo" aria-label={t("demonstration.caption")}>
        {staff.map(({ name, email, roles, code }) => (
          <li key={email}>
            <span>
              <strong>{name}</strong>, {roles.map((role) => t(`roles.${role}`)).join(", ")}
            </span>
            <span className="ct-mono">{email}</span>
            <span>
              {t("demonstration.code")} <strong className="ct-mono">{code}</strong>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
