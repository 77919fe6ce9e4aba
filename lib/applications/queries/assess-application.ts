import { answersFromEntries } from "@/lib/calls/core/form-entries";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { sha256 } from "@/lib/platform/digest";
import { type Assessment, assessAnswers } from "../core/assess-answers";
import { draftAnswers } from "../core/draft-answers";
import type { ApplicationFacts } from "../core/rules";
import { contentOf } from "../core/snapshot";
import type { LoadedApplication } from "./application-for-command";
import type { MunicipalityCodes } from "./municipality-codes";

type Entries = readonly (readonly [string, unknown])[];

/** What is missing or wrong in a loaded application, with the declarations posted at the end. */
export function assessApplication(
  found: LoadedApplication,
  municipalities: MunicipalityCodes,
  declared: Entries = [],
): Assessment {
  const { definition } = found;
  const ofZone = municipalities.byZone.get(found.call.zoneId ?? "");
  const last = definition.sections.filter((section) => section.step === "declarations");
  const declarations = answersFromEntries(
    last.flatMap((section) => section.fields),
    declared,
  );
  return assessAnswers({
    definition,
    track: found.application.track ?? "citizen",
    answers: { ...draftAnswers(definition, found), ...declarations },
    municipalities: municipalities.all,
    ...(ofZone && { zoneMunicipalities: ofZone }),
  });
}

/** What the rule wants to know of an application; the summary page asks the same as the command. */
export function applicationFacts(
  found: LoadedApplication,
  assessment: Assessment,
): ApplicationFacts {
  return {
    state: found.application.state,
    track: found.application.track,
    privacyAcknowledged:
      found.application.privacyNoticeVersion === found.call.content.procedure.privacyNoticeVersion,
    problems: assessment.problems,
    undeclared: assessment.undeclared,
    ineligible: assessment.ineligible,
    nature: assessment.nature,
    place: assessment.place,
    attachments: found.attachments.map((file) => file.state),
  };
}

/** Digest of what a summary shows, to be sent back with the confirmation. */
export function contentDigest(found: LoadedApplication): string {
  const { application, sections, attachments, call } = found;
  return sha256(
    canonicalJson(
      contentOf({
        sections,
        attachments,
        track: application.track,
        privacyNoticeVersion: application.privacyNoticeVersion,
        callVersion: call.textVersion,
      }),
    ),
  );
}
