import { AppError } from "../../errors";
import { childOf, parseXml, textOf } from "../../xml/xml";

/** What makes a definition this VM's and no other's, and why it does not change here. */
const identity = {
  name: "To rename a VM, choose “Rename…” among its actions while it is off.",
  uuid: "With another it is another VM.",
} as const;

/** A place where a definition would become another VM's. */
export interface IdentityProblem {
  line: number;
  message: string;
}

/** Where `after` is another VM's definition than `before`; libvirt would define a second VM, or refuse. */
export function identityProblems(before: string, after: string): IdentityProblem[] {
  const [old, next] = [parseXml(before).documentElement, parseXml(after).documentElement];
  return Object.entries(identity).flatMap(([part, why]) => {
    const [was, is] = [textOf(childOf(old, part)), childOf(next, part)];
    if (was === textOf(is)) return [];
    const line = (is ?? next)?.lineNumber ?? 1;
    return [{ line, message: `<${part}> has to stay “${was ?? ""}”. ${why}` }];
  });
}

/** @throws AppError "bad-input" where an edit would make another VM. */
export function refuseOtherIdentity(before: string, after: string): void {
  const [problem] = identityProblems(before, after);
  if (problem === undefined) return;
  throw new AppError("bad-input", { userMessage: `Line ${problem.line}: ${problem.message}` });
}
