/** How applications are compared; points with one decimal figure at most. */
export type CallEvaluation = {
  criteria: Criterion[];
  /** Points in all without which nobody is admitted; null: any number will do. */
  passing: number | null;
};

type Criterion = {
  title: string;
  /** At most. */
  points: number;
  /** Points of this criterion without which nobody is admitted; null: any number will do. */
  least: number | null;
};

/** The criteria as a form has them, row by row. */
export type WrittenEvaluation = {
  criterionTitle: readonly string[];
  criterionPoints: readonly (number | null)[];
  criterionLeast: readonly (number | null)[];
  passingPoints: number | null;
};

/** The criteria of a form; a row without anything is an empty one, and without any there is no comparison. */
export function writtenEvaluation(given: WrittenEvaluation): { evaluation?: CallEvaluation } {
  const criteria = given.criterionTitle.flatMap((title, row) => {
    const points = given.criterionPoints[row] ?? null;
    const least = given.criterionLeast[row] ?? null;
    return title === "" && points === null && least === null
      ? []
      : { title, points: points ?? 0, least };
  });
  const passing = given.passingPoints;
  return criteria.length === 0 && passing === null ? {} : { evaluation: { criteria, passing } };
}

/** What a form of criteria has that makes no sense in itself, by its field. */
export function evaluationProblems(given: WrittenEvaluation): { field: string; code: string }[] {
  return given.criterionPoints.flatMap((points, row) => {
    const least = given.criterionLeast[row] ?? null;
    const nameless = !given.criterionTitle[row] && (points !== null || least !== null);
    return [
      ...(nameless ? [{ field: "criterionTitle", code: "required" }] : []),
      ...(least !== null && least > (points ?? 0)
        ? [{ field: "criterionLeast", code: "too_large" }]
        : []),
    ];
  });
}

/** All points that there are to have; counted in tenths, so that halves add up exactly. */
export function totalPoints({ criteria }: CallEvaluation): number {
  return criteria.reduce((sum, { points }) => sum + Math.round(points * 10), 0) / 10;
}

/** As versions compare it: "Qualità del progetto: 40 (≥ 20)", and in the end "= 100 (≥ 60)". */
export function evaluationText(evaluation: CallEvaluation | undefined): string {
  if (!evaluation) return "";
  const least = (points: number | null) => (points === null ? "" : ` (≥ ${points})`);
  return [
    ...evaluation.criteria.map((one) => `${one.title}: ${one.points}${least(one.least)}`),
    `= ${totalPoints(evaluation)}${least(evaluation.passing)}`,
  ].join("\n");
}
