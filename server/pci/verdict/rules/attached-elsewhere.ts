import type { PciDevice } from "../../schema";
import type { Reason } from "../../verdict.schema";
import { type Attachment, type Rule, reason } from "../rule";
import { byNumber, listed, named } from "../words";
import { details, usesOf } from "./indispensable";

/** VMs that have the card, or what hangs on it, in their definition. Only one can run with it. */
export const attachedElsewhere: Rule = ({ functions, lead }, { context }) => {
  const owned = functions.filter(({ address }) => (context.attachments.get(address)?.length ?? 0) > 0);
  const owners = owned.flatMap(({ address }) => context.attachments.get(address) ?? []);
  const whole = owners.filter(({ part }) => part === undefined);
  const running = namesOf(whole.filter((owner) => owner.running));
  const off = namesOf(whole.filter((owner) => !owner.running)).filter((name) => !running.includes(name));
  const unknown = functions.filter((device) => usesOf(device, "vm").length > 0);
  return [
    ...(running.length === 0 ? [] : [withRunning(owned, lead, running)]),
    ...(running.length > 0 || unknown.length === 0 ? [] : [withUnknown(unknown)]),
    ...(off.length === 0 ? [] : [withStopped(owned, lead, off)]),
    ...partsOf(owners).map((owner) => withPart(owned, lead, owner)),
  ];
};

function namesOf(owners: readonly { vmName: string }[]): string[] {
  return [...new Set(owners.map(({ vmName }) => vmName))].sort();
}

function withRunning(owned: readonly PciDevice[], lead: PciDevice, vms: readonly string[]): Reason {
  const message = `${named(lead)} is in use by the running VM ${vms.join(" and ")}.`;
  return reason("block", "attached-elsewhere", owned, message, `Shut down ${vms.join(" and ")} first.`);
}

function withUnknown(devices: readonly PciDevice[]): Reason {
  const message = `${listed(devices, named)} ${byNumber(devices, "is", "are")} in use by another VM or program: ${details(devices.flatMap((device) => usesOf(device, "vm")))}.`;
  return reason(
    "block",
    "attached-elsewhere",
    devices,
    message,
    "Shut down that VM, or end that program, first.",
  );
}

function withStopped(owned: readonly PciDevice[], lead: PciDevice, vms: readonly string[]): Reason {
  const message = `The definition of the VM ${vms.join(" and ")}, which is off, includes ${named(lead)}. Only one VM at a time can run with it.`;
  return reason(
    "note",
    "attached-elsewhere",
    owned,
    message,
    `Detach it from ${vms.join(" and ")} if another VM should use it.`,
  );
}

type PartOwner = Attachment & { part: string };

/** Each part of each VM once: a device may hang on several functions of the card. */
function partsOf(owners: readonly Attachment[]): PartOwner[] {
  const parts = owners.flatMap((owner) => (owner.part === undefined ? [] : { ...owner, part: owner.part }));
  return [...new Map(parts.map((owner) => [`${owner.vmName} ${owner.part}`, owner])).values()];
}

/** What is connected to a card is gone for everybody else once the card is with vfio-pci. */
function withPart(
  owned: readonly PciDevice[],
  lead: PciDevice,
  { vmName, running, part }: PartOwner,
): Reason {
  const message = running
    ? `The running VM ${vmName} uses ${part}, which is connected to ${named(lead)}.`
    : `The definition of the VM ${vmName}, which is off, includes ${part}, which is connected to ${named(lead)}.`;
  const fix = running
    ? `Shut down ${vmName} first, or remove ${part} from it.`
    : `Remove ${part} from ${vmName}: it cannot start while the card is not with the host.`;
  return reason(running ? "block" : "note", "attached-elsewhere", owned, message, fix);
}
