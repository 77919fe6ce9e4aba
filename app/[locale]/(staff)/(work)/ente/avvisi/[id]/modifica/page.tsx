import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SaveStatusLine } from "@/components/forms/save-status";
import { ClientMessages } from "@/components/layout/client-messages";
import { EditorChecks } from "@/components/staff/editor-checks";
import { EditorMain } from "@/components/staff/editor-form";
import { EditorNav } from "@/components/staff/editor-nav";
import { SavingDesk } from "@/components/staff/saving-desk";
import { StaffWork } from "@/components/staff/staff-frames";
import { ButtonLink } from "@/components/ui/button";
import { Pill } from "@/components/ui/pill";
import { notePresence } from "@/lib/calls/commands/note-presence";
import { callEditor } from "@/lib/calls/queries/call-editor";
import { marksOfCall } from "@/lib/calls/queries/marks";
import { addressIn } from "@/lib/i18n/addresses";
import { staffFrame } from "@/lib/review/queries/staff-frame";
import { routes } from "@/lib/routes";
import { publishCallAction, saveCallAction } from "../../../../../call-actions";
import { readAsStaff } from "../../../../../staff-request";

type Props = { params: Promise<{ id: string }> };

const read = (id: string) =>
  readAsStaff(routes.staffCallEdit(id), async (ctx) => ({
    call: await callEditor(ctx, id),
    frame: await staffFrame(ctx),
  }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("staff");
  const { call } = await read((await params).id);
  return { title: t("editor.title", { title: call.title }), robots: { index: false } };
}

/** The editor of a draft: sections, the one in sight, and what its publication still wants. */
export default async function EditorPage({ params }: Props) {
  const t = await getTranslations("staff");
  const { id } = await params;
  const { call, frame } = await read(id);
  if (call.state !== "draft") redirect(addressIn(await getLocale(), routes.staffCall(call.id)));
  const company = await readAsStaff(routes.staffCallEdit(id), (ctx) =>
    notePresence(ctx, { callId: call.id, since: ctx.now }),
  );
  const { verdict, warnings } = call;
  return (
    <ClientMessages namespaces={["staff", "saving", "editor"]}>
      <SavingDesk
        name={`call:${call.id}`}
        saved={{
          revision: call.revision,
          savedAt: call.updatedAt.toISOString(),
          was: marksOfCall(call),
          conflicts: [],
        }}
        action={saveCallAction}
      >
        <StaffWork
          frame={frame}
          back={{ href: routes.staffCalls(), label: t("menu.calls") }}
          title={call.title}
          state={
            <>
              <SaveStatusLine />
              <Pill>{t("callStatus.draft")}</Pill>
            </>
          }
          actions={
            <ButtonLink href={routes.staffCallPreview(call.id)} look="outline" icon="eye">
              {t("editor.preview")}
            </ButtonLink>
          }
          columns="ed"
        >
          <EditorNav callId={call.id} checks={{ verdict, warnings }} />
          <div className="ed-form">
            <EditorMain call={call} company={company} action={saveCallAction} />
          </div>
          <EditorChecks
            callId={call.id}
            checks={{ verdict, warnings }}
            publish={publishCallAction}
          />
        </StaffWork>
      </SavingDesk>
    </ClientMessages>
  );
}
