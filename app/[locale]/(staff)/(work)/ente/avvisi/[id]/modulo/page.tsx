import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FormTree } from "@/components/builder/form-tree";
import { LibraryPanel } from "@/components/builder/library-panel";
import { PartForm } from "@/components/builder/part-form";
import { labelOf, ProblemList, problemsFrom } from "@/components/builder/problem-words";
import { RemovalPanel } from "@/components/builder/removal-panel";
import { TryCondition } from "@/components/builder/try-condition";
import { SaveStatusLine } from "@/components/forms/save-status";
import { ClientMessages } from "@/components/layout/client-messages";
import { CompanyNote } from "@/components/staff/company-note";
import { SavingDesk } from "@/components/staff/saving-desk";
import { StaffWork } from "@/components/staff/staff-frames";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { FormChanges } from "@/components/ui/form-changes";
import { Panel } from "@/components/ui/panel";
import { Pill } from "@/components/ui/pill";
import { notePresence } from "@/lib/calls/commands/note-presence";
import { ACT_WORDS } from "@/lib/calls/core/act-kinds";
import { compareDefinitions } from "@/lib/calls/core/compare-definitions";
import { targetsFor } from "@/lib/calls/core/condition-targets";
import { fieldsOf } from "@/lib/calls/core/form-definition";
import { partOf } from "@/lib/calls/core/form-editing";
import { removalOf } from "@/lib/calls/core/form-references";
import { fieldsOfPart } from "@/lib/calls/core/merge-part";
import { formBuilder, partDigest } from "@/lib/calls/queries/form-for-edit";
import { marksOf } from "@/lib/calls/queries/marks";
import { addressIn } from "@/lib/i18n/addresses";
import { staffFrame } from "@/lib/review/queries/staff-frame";
import { routes } from "@/lib/routes";
import { addPartAction, editFormAction, useTemplateAction } from "../../../../../form-actions";
import { readAsStaff } from "../../../../../staff-request";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = (id: string) =>
  readAsStaff(routes.staffCallForm(id), async (ctx) => ({
    form: await formBuilder(ctx, id),
    frame: await staffFrame(ctx),
  }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("builder");
  const { form } = await read((await params).id);
  return { title: t("title", { title: form.title }), robots: { index: false } };
}

/** The form of a draft: its parts, the one in sight, a trial of its condition, the library. */
export default async function FormBuilderPage({ params, searchParams }: Props) {
  const t = await getTranslations("builder");
  const { form, frame } = await read((await params).id);
  const { callId, definition, problems, title } = form;
  if (form.state !== "draft" && !form.inForce)
    redirect(addressIn(await getLocale(), routes.staffCall(callId)));
  const query = await searchParams;
  const [wanted = ""] = [query.parte].flat();
  const part = partOf(definition, wanted) ?? partOf(definition, definition.sections[0]?.id ?? "");
  const targets = part ? targetsFor(definition, part.value.id) : [];
  const foreign = problemsFrom([query.problema ?? []].flat());
  const fields = fieldsOf(definition);
  const locale = await getLocale();
  const company = await readAsStaff(routes.staffCallForm(callId), (ctx) =>
    notePresence(ctx, { callId, since: ctx.now }),
  );
  const labels = Object.fromEntries(
    [...definition.sections, ...fields, ...(definition.eligibility ?? [])].map((one) => [
      `form:${one.id}`,
      labelOf(one)[locale],
    ]),
  );
  return (
    <ClientMessages namespaces={["staff", "builder", "saving", "editor"]}>
      <SavingDesk
        key={part?.value.id}
        name={`form:${callId}:${part?.value.id}`}
        saved={{
          revision: 0,
          savedAt: form.updatedAt.toISOString(),
          was: part ? marksOf(fieldsOfPart(part)) : {},
          conflicts: [],
          formSeen: form.seen,
        }}
        action={editFormAction}
      >
        <StaffWork
          frame={frame}
          back={
            form.inForce
              ? {
                  href: routes.staffNewAct(callId, ACT_WORDS.rectification),
                  label: t("backToAct"),
                }
              : { href: `${routes.staffCallEdit(callId)}?sezione=modulo`, label: t("back") }
          }
          title={t("title", { title })}
          state={
            <>
              <SaveStatusLine />
              <Pill>
                {t("count", {
                  fields: fields.length,
                  conditions: fields.filter((field) => field.when).length,
                })}
              </Pill>
            </>
          }
          actions={
            <ButtonLink href={routes.staffCallPreview(callId)} icon="eye">
              {t("preview")}
            </ButtonLink>
          }
          columns="fb"
        >
          <FormTree
            callId={callId}
            definition={definition}
            current={part?.value.id}
            problems={problems}
            add={addPartAction}
          />
          <div className="fb-main">
            <CompanyNote callId={callId} company={company} labels={labels} />
            {query.rifiuto === "stale" && <Callout tone="cotto">{t("stale")}</Callout>}
            {query.importato && <Callout>{t("imported")}</Callout>}
            {foreign.length > 0 && (
              <Callout tone="cotto">
                <h2 className="ct-h3">{t("notImported")}</h2>
                <ProblemList problems={foreign} callId={callId} />
              </Callout>
            )}
            {part && query.elimina && (
              <RemovalPanel
                callId={callId}
                part={part}
                seen={partDigest(definition, part.value.id)}
                removal={removalOf(definition, part.value.id)}
                action={editFormAction}
              />
            )}
            {part && !query.elimina && (
              <PartForm
                callId={callId}
                part={part}
                seen={partDigest(definition, part.value.id)}
                targets={targets}
                action={editFormAction}
              />
            )}
          </div>
          <aside className="fb-side stack" aria-label={t("aside")}>
            {form.inForce && (
              <Panel title={t("rectified")} level={3}>
                <FormChanges changes={compareDefinitions(form.inForce, definition)} level={4} />
                <p className="small soft mt-s">{t("rectifiedText")}</p>
              </Panel>
            )}
            {problems.length > 0 && (
              <Panel title={t("problemsTitle")} level={3}>
                <ProblemList problems={problems} definition={definition} callId={callId} />
              </Panel>
            )}
            {part?.value.when && (
              <TryCondition
                callId={callId}
                part={part.value.id}
                condition={part.value.when}
                targets={targets}
                sample={sampleIn(query)}
                excludes={part.kind === "rule"}
              />
            )}
            <LibraryPanel callId={callId} seen={form.seen} use={useTemplateAction} />
            <p className="small soft">{t("frozen")}</p>
          </aside>
        </StaffWork>
      </SavingDesk>
    </ClientMessages>
  );
}

/** Sample answers of a trial, from the address: nothing is stored. */
function sampleIn(query: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query)
      .filter(([name]) => name.startsWith("prova."))
      .map(([name, value]) => [name.slice("prova.".length), [value].flat()[0] ?? ""]),
  );
}
