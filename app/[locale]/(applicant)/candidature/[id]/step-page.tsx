import { redirect } from "next/navigation";
import type { Asked } from "@/components/applicant/answer-form";
import { ApplicationFrame } from "@/components/applicant/application-frame";
import { StepForm } from "@/components/applicant/step-form";
import { openedWith } from "@/lib/applications/core/opened-with";
import { FORM_STEPS, type FormStep } from "@/lib/applications/core/steps";
import { visibleSections } from "@/lib/calls/core/form-visibility";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";
import { saveStepAction } from "./actions";
import { draftFor, frameProps, pageLocale, type StepPageProps } from "./frame-props";

/** One page of the form, whatever the call asks. */
export async function StepPage({ params, searchParams, step }: StepPageProps & { step: FormStep }) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, pageLocale()]);
  const { ctx, draft } = await draftFor(id, step);
  const { application, definition, values, assessment } = draft;
  const track = application.track ?? "citizen";
  if (!draft.mayEdit.ok) redirect(addressIn(locale, routes.applicationStep(id, "riepilogo")));
  const sections = visibleSections(definition, track, values).filter(
    (section) => section.step === FORM_STEPS[step],
  );
  const places = { all: draft.municipalities, zone: draft.zoneMunicipalities };
  const asked: Asked = { definition, places };
  return (
    <ApplicationFrame
      {...frameProps(draft, step, ctx.now, locale)}
      index={sections.map((section) => ({ id: section.id, title: section.title[locale] }))}
    >
      <StepForm
        // A new page of the form starts with what is stored for it.
        key={step}
        applicationId={id}
        step={step}
        track={track}
        asked={JSON.stringify(asked)}
        values={values}
        facts={{ page: ctx.newId(), ...openedWith(draft) }}
        errors={query.errori ? assessment.errors : {}}
        files={draft.attachments}
        uploads={draft.uploads}
        rows={rowsIn(query.righe)}
        locale={locale}
        refusal={query.rifiuto}
        action={saveStepAction}
      />
    </ApplicationFrame>
  );
}

/** "members.3": three rows of that question, asked for where no script adds one. */
export function rowsIn(text = "") {
  const [field = "", count] = text.split(".");
  return field && Number(count) > 0 ? { field, count: Math.min(Number(count), 50) } : undefined;
}
