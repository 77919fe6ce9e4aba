import type { Answers } from "@/lib/calls/core/form-answers";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import { missingIn } from "@/lib/calls/core/form-validation";
import { answersIn, readForm, requiredIn } from "@/lib/calls/core/form-visibility";
import type { Track } from "@/lib/calls/core/tracks";

/** What the pages and commands read together, one by one. */
export const answersToSend = (form: FormDefinition, track: Track, answers: Answers) =>
  answersIn(readForm(form, track, answers));

export const missingRequired = (form: FormDefinition, track: Track, answers: Answers) =>
  missingIn(readForm(form, track, answers), track);

export const requiredFields = (form: FormDefinition, track: Track, answers: Answers) =>
  requiredIn(readForm(form, track, answers), track);
