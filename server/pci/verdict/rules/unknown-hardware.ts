import { slotOf } from "../../../units/pci-address.schema";
import type { PciDevice } from "../../schema";
import type { Reason } from "../../verdict.schema";
import type { Card } from "../card";
import { type JudgedHost, type Rule, reason } from "../rule";
import { byNumber, isNameless, listed, named } from "../words";

/** Base classes 00 and ff: the class does not say what it is. PCI Code and ID Assignment 1.1, section 1. */
const noClass = /^(00|ff)/;

/** Hardware that does not answer, does not say what it is, or may be gone the next moment. */
export const unknownHardware: Rule = (card, host) => [
  ...silent(card),
  ...unclassified(card, host),
  ...unreadable(card, host),
  ...pluggable(card, host),
];

function silent({ functions }: Card): Reason[] {
  const gone = functions.filter(isSilent);
  if (gone.length === 0) return [];
  const message = `${listed(gone, named)} ${byNumber(gone, "does", "do")} not respond any more (all registers read as ones): the card has dropped off the bus, hangs in a reset, or has no power.`;
  const fix =
    "Only a power cycle may bring it back: shut down the host, disconnect its power for a moment, and start it. If this happens again, check how the card is seated and its power cables.";
  return [reason("block", "unknown-hardware", gone, message, fix)];
}

/** What was lost before the kernel first saw it has the ID ffff, which no maker has. */
function isSilent({ vendorId, silent: isLost }: PciDevice): boolean {
  return isLost || vendorId === "ffff";
}

function unclassified({ functions }: Card, host: JudgedHost): Reason[] {
  const unknown = functions.filter(
    (device) =>
      noClass.test(device.class) && isNameless(device) && !isSilent(device) && !isUnreadable(device, host),
  );
  if (unknown.length === 0) return [];
  const message = `${listed(unknown, named)} ${byNumber(unknown, "does", "do")} not report what kind of device ${byNumber(unknown, "it is", "they are")}, and ${byNumber(unknown, "its ID is", "their IDs are")} not in the PCI ID database, so Passdeck can't tell whether the host needs ${byNumber(unknown, "it", "them")}.`;
  return [reason("risk", "unknown-hardware", unknown, message, "Reserve it only if you know what it is.")];
}

function isUnreadable(device: PciDevice, { report }: JudgedHost): boolean {
  return report.unreadable.some(({ address }) => address === device.address);
}

/** What can't be read may be anything, and its IOMMU group is usable only if no driver of the host's has it. */
function unreadable({ functions, others, lead }: Card, { report }: JudgedHost): Reason[] {
  const slots = new Set(functions.map(({ address }) => slotOf(address)));
  const mates = new Set(others.map(({ address }) => address));
  const own = report.unreadable.filter(({ address }) => slots.has(slotOf(address)) && !mates.has(address));
  const near = report.unreadable.filter(({ address }) => mates.has(address));
  return [
    ...(own.length === 0 ? [] : [ofCard(own, lead)]),
    ...(near.length === 0
      ? []
      : [
          cannotAssess(
            near,
            `${byNumber(near, "is", "are")} in one IOMMU group with ${named(lead)} and can't be assessed.`,
          ),
        ]),
  ];
}

type Unreadable = JudgedHost["report"]["unreadable"][number];

function ofCard(lost: readonly Unreadable[], lead: PciDevice): Reason {
  if (lost.some(({ address }) => address === lead.address)) {
    const what = "can't be assessed: nothing tells what the device is and whether the host needs it.";
    return { ...cannotAssess(lost, what), weight: "block" };
  }
  const what = `${byNumber(lost, "belongs", "belong")} to the same card as ${named(lead)} and can't be assessed.`;
  return cannotAssess(lost, what);
}

function cannotAssess(lost: readonly Unreadable[], what: string): Reason {
  const which = listed(lost, ({ address, detail }) => `${address} (${detail})`);
  const fix = "Check that function yourself (lspci -vnn) before you reserve the card for VMs.";
  const devices = lost.map(({ address }) => address);
  return { ...reason("risk", "unknown-hardware", [], `${which} ${what}`, fix), devices };
}

function pluggable({ functions, lead }: Card, host: JudgedHost): Reason[] {
  const port = portAbove(lead, host);
  if (port === null || functions.length === 0) return [];
  const message = `${named(lead)} is connected by a cable (${named(port)}): it can be unplugged while a guest has it, and may come back at another address.`;
  const fix = "Leave the cable plugged in while the VM runs; shut down the VM before you unplug it.";
  return [reason("note", "unknown-hardware", [lead], message, fix)];
}

/** The Thunderbolt or USB4 bridge that a device is behind, by the names that pci.ids has for them. */
function portAbove(device: PciDevice, { byAddress }: JudgedHost): PciDevice | null {
  let above = device;
  for (let depth = 0; depth < 16 && above.parent !== null; depth += 1) {
    const bridge = byAddress.get(above.parent);
    if (bridge === undefined) return null;
    if (/\b(thunderbolt|usb4)\b/i.test(bridge.product)) return bridge;
    above = bridge;
  }
  return null;
}
