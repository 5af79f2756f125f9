/** What stands against what a form holds, and where in it. */
export interface Problem {
  path: readonly (string | number)[];
  /** "fail": it can't be so. "warn": something may not do as intended. */
  weight: "fail" | "warn";
  message: string;
  /** What to do; null where the message says it. */
  fix: string | null;
}

export type Path = Problem["path"];

/** Those at a place of the form or anywhere below it. */
export function problemsBelow(problems: readonly Problem[], path: Path): Problem[] {
  return problems.filter((problem) => path.every((step, index) => problem.path[index] === step));
}

/** Those at a place itself. */
export function problemsAt(problems: readonly Problem[], path: Path): Problem[] {
  return problems.filter((problem) => isSamePath(problem.path, path));
}

export function isSamePath(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}
