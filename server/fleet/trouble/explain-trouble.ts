import { containerRules } from "./container-rules";
import { deviceRules } from "./device-rules";
import { groupRules } from "./group-rules";
import { kvmRules } from "./kvm-rules";
import { machineRules } from "./machine-rules";
import { memoryRules } from "./memory-rules";
import { nodeRules } from "./node-rules";
import type { Trouble, TroubleLookup, TroubleRule } from "./trouble";

/** The more exact rules first: "failed to setup container" stands before many reasons. */
const rules: readonly TroubleRule[] = [
  ...groupRules,
  ...deviceRules,
  ...nodeRules,
  ...memoryRules,
  ...containerRules,
  ...kvmRules,
  ...machineRules,
];

/**
 * What a text of the kernel, QEMU or libvirt means, for people: which device, why, what to do. Pure. For what their
 * numbers don't tell: libvirt's "internal error" is most of all that goes wrong with devices.
 * @param lookup The host as it is now; `unknownHost` leaves names out.
 * @returns null for a text that is not known: the text itself is then the best there is.
 */
export function explainTrouble(text: string, lookup: TroubleLookup): Trouble | null {
  for (const { pattern, explain } of rules) {
    const groups = pattern.exec(text);
    if (groups !== null) return explain((name) => groups.groups?.[name] ?? "", lookup);
  }
  return null;
}
