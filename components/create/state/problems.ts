import type * as z from "zod";
import { isSamePath, type Path, type Problem } from "@/components/ui/form/problems";

/** A schema's objections as problems, each once. */
export function issueProblems(issues: readonly z.core.$ZodIssue[], below: Path = []): Problem[] {
  const problems = issues.map(({ path, message }): Problem => {
    const steps = path.map((step) => (typeof step === "symbol" ? String(step) : step));
    return { path: [...below, ...steps], weight: "fail", message: forPeople(message), fix: null };
  });
  return problems.filter(
    (problem, index) =>
      problems.findIndex(
        (other) => other.message === problem.message && isSamePath(other.path, problem.path),
      ) === index,
  );
}

/** zod's own words for what is missing or no number; ours are sentences already. */
function forPeople(message: string): string {
  if (/received (NaN|undefined|null)/.test(message)) return "This field is required.";
  return message.replace(/^Invalid input: /, "");
}
