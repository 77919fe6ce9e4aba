import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { StaffHead } from "@/components/layout/staff-page";
import { BodyForm } from "@/components/staff/body-form";
import { InviteForm } from "@/components/staff/invite-form";
import { Alert } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/routes";
import {
  administeredBodiesOfRegion,
  administeredZones,
} from "@/lib/territory/queries/administered-territory";
import { readForTerritory } from "../../../../staff-request";
import { appointFirstAction, saveBodyAction } from "../../../../territory-actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const read = () =>
  readForTerritory(routes.staffBody(), async (ctx) => {
    const [bodies, zones] = await Promise.all([
      administeredBodiesOfRegion(ctx),
      administeredZones(ctx),
    ]);
    return { bodies, zones: zones.filter(({ validTo }) => validTo === null) };
  });

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("territory");
  const { id } = await searchParams;
  return { title: id === undefined ? t("bodyForm.new") : t("bodies") };
}

/** One body, or a new one: what its calls show of it, and who administers it first. */
export default async function BodyPage({ searchParams }: Props) {
  const t = await getTranslations("territory");
  const { id, fatto, invita } = await searchParams;
  const { bodies, zones } = await read();
  const body = bodies.find((one) => one.id === id);
  if (id !== undefined && !body) notFound();
  const people = await getTranslations("people");
  // A page of its own: both forms ask for a name and a mailbox.
  const invites = invita === "si" && body?.administrators === 0;
  return (
    <ClientMessages namespaces={["staff", "territory", "people"]}>
      <p className="st-crumb">
        <Link href={routes.staffBodies()}>{t("bodies")}</Link>
        <span aria-hidden="true">/</span>
        <strong>{body?.name ?? t("bodyForm.new")}</strong>
      </p>
      <StaffHead title={body?.name ?? t("bodyForm.new")} text={t("bodyForm.text")} />
      {fatto === "si" && <Alert tone="done">{t("bodyForm.saved")}</Alert>}
      <div className="st-cols c-2-1 mt-m">
        {body && invites ? (
          <InviteForm
            bodies={[{ id: body.id, name: body.name }]}
            roles={["administrator"]}
            invite={appointFirstAction}
          />
        ) : (
          <BodyForm body={body} zones={zones} save={saveBodyAction} />
        )}
        {body && (
          <div className="stack">
            <p>{t("bodyForm.staff", { staff: body.staff, administrators: body.administrators })}</p>
            {body.administrators === 0 && (
              <>
                <h2 className="ct-h3">{t("bodyForm.first")}</h2>
                <p className="soft">{t("bodyForm.firstText")}</p>
                {!invites && (
                  <Link href={`${routes.staffBody(body.id)}&invita=si`}>
                    {people("invite.title")}
                  </Link>
                )}
              </>
            )}
          </div>
        )}
      </div>
    </ClientMessages>
  );
}
