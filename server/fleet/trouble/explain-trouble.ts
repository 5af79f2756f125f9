import { bindingRules } from "./binding-rules";
import { busErrorRules } from "./bus-error-rules";
import { containerRules } from "./container-rules";
import { definitionRules } from "./definition-rules";
import { deviceRules } from "./device-rules";
import { addressPattern, fullAddress } from "./device-words";
import { displayRules } from "./display-rules";
import { graphicsDriverRules } from "./graphics-driver-rules";
import { groupRules } from "./group-rules";
import { guestAddressRules } from "./guest-address-rules";
import { integratedGraphicsRules } from "./integrated-graphics-rules";
import { interruptRules } from "./interrupt-rules";
import { iommuFaultHeaders, iommuFaultRules } from "./iommu-fault-rules";
import { iommufdRules } from "./iommufd-rules";
import { kvmRules } from "./kvm-rules";
import { lockRules } from "./lock-rules";
import { machineRules } from "./machine-rules";
import { mediatedRules } from "./mediated-rules";
import { memoryRules } from "./memory-rules";
import { migrationRules } from "./migration-rules";
import { nodeRules } from "./node-rules";
import { nvmeRules } from "./nvme-rules";
import { otherHostDeviceRules } from "./other-host-device-rules";
import { powerRules } from "./power-rules";
import { proxmoxRules } from "./proxmox-rules";
import { registerRules } from "./register-rules";
import { resetRules } from "./reset-rules";
import { RuleIndex } from "./rule-index";
import type { Found, Trouble, TroubleLookup, TroubleRule } from "./trouble";
import { unplugRules } from "./unplug-rules";
import { virtualFunctionRules } from "./virtual-function-rules";
import { virtualIommuRules } from "./virtual-iommu-rules";
import { warningRules } from "./warning-rules";

/** The more exact rules first: "failed to setup container" stands before many reasons. */
export const causes: readonly TroubleRule[] = [
  ...nvmeRules,
  ...mediatedRules,
  ...groupRules,
  ...resetRules,
  ...bindingRules,
  ...deviceRules,
  ...powerRules,
  ...interruptRules,
  ...displayRules,
  ...integratedGraphicsRules,
  ...nodeRules,
  ...memoryRules,
  ...iommufdRules,
  ...registerRules,
  ...virtualIommuRules,
  ...unplugRules,
  ...definitionRules,
  ...containerRules,
  ...guestAddressRules,
  ...virtualFunctionRules,
  ...otherHostDeviceRules,
  ...iommuFaultRules,
  ...busErrorRules,
  ...graphicsDriverRules,
  ...kvmRules,
  ...lockRules,
  ...machineRules,
  ...migrationRules,
  ...proxmoxRules,
];

/** What stands beside a cause: known where nothing else of the text is. */
export const companions: readonly TroubleRule[] = [...iommuFaultHeaders, ...warningRules];

const causeIndex = new RuleIndex(causes);
const companionIndex = new RuleIndex(companions);

/** An error of libvirt's or QEMU's has a few lines; more are a log, whose lines are of many matters. */
const linesOfAnError = 8;

/**
 * What a text of the kernel, QEMU or libvirt means, for people: which device, why, what to do. Pure. For what their
 * numbers don't tell: libvirt's "internal error" is most of all that goes wrong with devices. Of an error with several
 * lines the most exact rule counts, of a log the first line that is known.
 * @param lookup The host as it is now; `unknownHost` leaves names out.
 * @returns null for a text that is not known: the text itself is then the best there is.
 */
export function explainTrouble(text: string, lookup: TroubleLookup): Trouble | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const parts = lines.length > linesOfAnError ? lines : [text];
  return firstKnown(parts, causeIndex, lookup) ?? firstKnown(parts, companionIndex, lookup);
}

function firstKnown(parts: readonly string[], rules: RuleIndex, lookup: TroubleLookup): Trouble | null {
  for (const part of parts) {
    for (const { pattern, explain } of rules.candidates(part)) {
      const match = pattern.exec(part);
      if (match !== null) return explain(foundIn(match, part), lookup);
    }
  }
  return null;
}

const named = new RegExp(`${addressPattern}: `, "g");
const hostArgument = new RegExp(
  `\\b(?:host"?[=:]"?|nvme://)(?:${addressPattern}|(?<short>[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]))`,
);
/** No program puts more between a device and what it says of it; a bound for long lines. */
const reach = 200;

/**
 * Where the pattern finds no device: the last one that its line names before it ("vfio 0000:01:00.0: …"), or QEMU's
 * argument ("-device vfio-pci,host=01:00.0: …").
 */
function foundIn({ groups = {}, index }: RegExpExecArray, text: string): Found {
  return (name) => {
    if (name !== "address") return groups[name] ?? "";
    return (
      groups.address ?? groups.instead ?? namedBefore(text.slice(Math.max(0, index - reach), index), text)
    );
  };
}

function namedBefore(before: string, text: string): string {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const last = [...line.matchAll(named)].at(-1)?.groups?.address;
  const argument = last === undefined ? hostArgument.exec(text)?.groups : undefined;
  return last ?? argument?.address ?? fullAddress(argument?.short ?? "");
}
