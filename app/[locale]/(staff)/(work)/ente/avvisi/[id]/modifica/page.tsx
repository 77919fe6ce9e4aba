import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { EditorChecks } from "@/components/staff/editor-checks";
import { EditorForm } from "@/components/staff/editor-form";
import { EditorNav } from "@/components/staff/editor-nav";
import { StaffWork } from "@/components/staff/staff-frames";
import { ButtonLink } from "@/components/ui/button";
import { Pill } from "@/components/ui/pill";
import { SaveState } from "@/components/ui/save-state";
import { readEditorSection, sectionStates } from "@/lib/calls/core/editor-sections";
import { callEditor } from "@/lib/calls/queries/call-editor";
import { addressIn } from "@/lib/i18n/addresses";
import { clockTime } from "@/lib/kernel/rome-words";
import { staffFrame } from "@/lib/review/queries/staff-frame";
import { routes } from "@/lib/routes";
import { publishCallAction, saveCallAction } from "../../../../../call-actions";
import { readAsStaff } from "../../../../../staff-request";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

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
export default async function EditorPage({ params, searchParams }: Props) {
  const t = await getTranslations("staff");
  const { call, frame } = await read((await params).id);
  if (call.state !== "draft") redirect(addressIn(await getLocale(), routes.staffCall(call.id)));
  const { sezione, salvato } = await searchParams;
  const section = readEditorSection([sezione].flat()[0] ?? "");
  const saved = t("editor.saved", { time: clockTime(call.updatedAt, "seconds") });
  return (
    <ClientMessages namespaces={["staff"]}>
      <StaffWork
        frame={frame}
        back={{ href: routes.staffCalls(), label: t("menu.calls") }}
        title={call.title}
        state={
          <>
            <SaveState kind="saved" announce={salvato ? saved : ""}>
              {saved}
            </SaveState>
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
        <EditorNav
          callId={call.id}
          current={section}
          states={sectionStates(call.verdict, call.warnings)}
        />
        <div className="ed-form">
          <EditorForm call={call} section={section} action={saveCallAction} />
        </div>
        <EditorChecks call={call} publish={publishCallAction} />
      </StaffWork>
    </ClientMessages>
  );
}
