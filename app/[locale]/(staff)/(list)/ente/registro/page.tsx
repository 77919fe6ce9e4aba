import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffHead } from "@/components/layout/staff-page";
import { ChainCheck, ChainTable, RegisterTable } from "@/components/staff/register-tables";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { registerPage } from "@/lib/review/queries/register-page";
import { routes } from "@/lib/routes";
import { readAsStaff } from "../../../staff-request";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("menu.register") };
}

/** The body's own register, and its chain of events with the result of the check. */
export default async function RegisterStaffPage({ searchParams }: Props) {
  const t = await getTranslations("staff");
  const before = [(await searchParams).prima].flat()[0] ?? "";
  const page = await readAsStaff(routes.staffRegister(), (ctx) => registerPage(ctx, before));
  return (
    <>
      <StaffHead title={t("menu.register")} text={t("register.text")} />
      {page.checks.map((check) => (
        <ChainCheck key={check.chain} check={check} />
      ))}
      {page.lines.length === 0 ? (
        <EmptyState title={t("register.none.title")} text={t("register.none.text")} />
      ) : (
        <div className="mt-m">
          <h2>{t("register.entries")}</h2>
          <RegisterTable lines={page.lines} />
          <Pagination
            label={t("register.entries")}
            range={t("register.range", { count: page.lines.length })}
            next={page.next && `${routes.staffRegister()}?prima=${page.next}`}
            previous={before ? routes.staffRegister() : undefined}
          />
        </div>
      )}
      <div className="mt-l">
        <h2>{t("register.chain")}</h2>
        <ChainTable events={page.events} />
      </div>
    </>
  );
}
