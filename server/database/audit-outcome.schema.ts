/**
 * What came of an act. `done`; `refused`: whoever asked may not; `conflict`: something stood against it, such as a job on the same
 * thing; `failed`: it could not be done, and was said why; `crashed`: by a fault of Passdeck's; `undone`: a job that was taken back.
 */
export const outcomes = ["done", "refused", "conflict", "failed", "crashed", "undone"] as const;
export type Outcome = (typeof outcomes)[number];
