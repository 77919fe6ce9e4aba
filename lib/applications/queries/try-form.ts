import { asc } from "drizzle-orm";
import { municipality } from "@/db/schema/territory";
import { fieldsOf, type Localised } from "@/lib/calls/core/form-definition";
import { answersFromEntries } from "@/lib/calls/core/form-entries";
import type { FieldError } from "@/lib/calls/core/form-field-errors";
import { formBuilder } from "@/lib/calls/queries/form-for-edit";
import type { Ctx } from "@/lib/context";
import { assessAnswers } from "../core/assess-answers";
import { type ApplicationTrack, tracksOf } from "../core/tracks";
import { trialDefinition } from "../core/trial";
import { municipalityCodes } from "./municipality-codes";

/** The form of a call as somebody who writes it may try it; NotFound for everybody else. */
export async function formToTry(ctx: Ctx, callId: string, words: Localised) {
  const form = await formBuilder(ctx, callId);
  const [municipalities, codes] = await Promise.all([
    ctx.db
      .select({ value: municipality.istatCode, label: municipality.name })
      .from(municipality)
      .orderBy(asc(municipality.name)),
    municipalityCodes(ctx),
  ]);
  const ofZone = codes.byZone.get(form.zoneId ?? "");
  return {
    callId,
    title: form.title,
    definition: trialDefinition(form.definition, words),
    tracks: tracksOf(form.audiences),
    places: {
      all: municipalities,
      zone: ofZone ? municipalities.filter(({ value }) => ofZone.has(value)) : municipalities,
    },
  };
}

export type FormTrial = {
  /** Answers as they were sent, by field. */
  values: Record<string, unknown>;
  /** What would keep the application from being sent, by field. Empty: nothing. */
  errors: Record<string, FieldError>;
};

type Trying = {
  callId: string;
  track: ApplicationTrack;
  /** Names and values as the form posts them. */
  entries: readonly (readonly [string, unknown])[];
};

/** Judges answers to the form of a draft by the rules of a real application. Stores nothing. */
export async function tryForm(ctx: Ctx, { callId, track, entries }: Trying): Promise<FormTrial> {
  const form = await formBuilder(ctx, callId);
  const definition = trialDefinition(form.definition, NO_WORDS);
  const values = answersFromEntries(fieldsOf(definition), entries);
  const codes = await municipalityCodes(ctx);
  const ofZone = codes.byZone.get(form.zoneId ?? "");
  const { errors } = assessAnswers({
    ...{ definition, track, answers: values, municipalities: codes.all },
    ...(ofZone && { zoneMunicipalities: ofZone }),
  });
  return { values, errors };
}

const NO_WORDS = { it: "", en: "" };
