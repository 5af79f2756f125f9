import type { Occurrence } from "./occurrence.schema";
import { endOfQuiet } from "./quiet-hours";
import type { Rule } from "./rule.schema";
import { isAsSevere } from "./subject.schema";

/** When an occurrence is to be sent by the first of some rules that lets it through; null where none is about it. */
export function dueBy(rules: readonly Rule[], occurrence: Occurrence): number | null {
  const times = rules.filter((rule) => isAbout(rule, occurrence)).map((rule) => dueOf(rule, occurrence));
  return times.length === 0 ? null : Math.min(...times);
}

function isAbout(rule: Rule, { subject, severity, hostId, vmId }: Occurrence): boolean {
  if (subject === "test") return true;
  if (!rule.subjects.includes(subject) || !isAsSevere(severity, rule.least)) return false;
  // A sign-in is about no host.
  if (rule.hostId !== null && hostId !== null && rule.hostId !== hostId) return false;
  if (rule.vms === null) return true;
  return rule.vms.some((vm) => vm.hostId === hostId && vm.vmId.toLowerCase() === vmId?.toLowerCase());
}

function dueOf({ quiet }: Rule, { at, severity }: Occurrence): number {
  if (quiet === null || (quiet.criticalPasses && severity === "critical")) return at;
  return endOfQuiet(at, quiet) ?? at;
}
