import type * as z from "zod";

/** What stands against the VM that is being described, and where in its specification. */
export interface Problem {
  path: readonly (string | number)[];
  /** "fail": it can't be made so. "warn": it may not do as wished. */
  weight: "fail" | "warn";
  message: string;
  /** What to do; null where the message says it. */
  fix: string | null;
}

export type Path = Problem["path"];

/** A schema's objections as problems, each once. */
export function issueProblems(issues: readonly z.core.$ZodIssue[], below: Path = []): Problem[] {
  const problems = issues.map(({ path, message }): Problem => {
    const steps = path.map((step) => (typeof step === "symbol" ? String(step) : step));
    return { path: [...below, ...steps], weight: "fail", message: forPeople(message), fix: null };
  });
  return problems.filter(
    (problem, index) =>
      problems.findIndex((other) => other.message === problem.message && isAt(other.path, problem.path)) ===
      index,
  );
}

/** Those at a place of the specification or anywhere below it. */
export function problemsBelow(problems: readonly Problem[], path: Path): Problem[] {
  return problems.filter((problem) => path.every((step, index) => problem.path[index] === step));
}

/** Those at a place itself. */
export function problemsAt(problems: readonly Problem[], path: Path): Problem[] {
  return problems.filter((problem) => isAt(problem.path, path));
}

function isAt(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}

/** zod's own words for what is missing or no number; ours are sentences already. */
function forPeople(message: string): string {
  if (/received (NaN|undefined|null)/.test(message)) return "This field is required.";
  return message.replace(/^Invalid input: /, "");
}
