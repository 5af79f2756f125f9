import type { PciDevice } from "../../schema";
import type { Reason } from "../../verdict.schema";
import type { Card } from "../card";
import { isOnHostDriver } from "../device-traits";
import { type JudgedHost, type Rule, reason } from "../rule";
import { byNumber, listed, named, namedWithDriver } from "../words";
import { groupOf } from "./group-words";
import { indispensable } from "./indispensable";

/**
 * VFIO gives a group to one VM as a whole: no endpoint of it may stay with a driver of the host's, or with another
 * VM. Documentation/driver-api/vfio.rst.
 */
export const sharedGroup: Rule = (card, host) => {
  const hosts = card.others.filter(isOnHostDriver);
  const guests = card.others.filter((other) => !isOnHostDriver(other) && runningVm(other, host) !== null);
  if (hosts.length > 0 || guests.length > 0) {
    return [
      ...(hosts.length === 0 ? [] : [onHostDrivers(card, hosts, host)]),
      ...(guests.length === 0 ? [] : [inUseByVms(card, guests, host)]),
    ];
  }
  return card.others.length === 0 ? [] : [sharesGroup(card)];
};

function onHostDrivers(card: Card, culprits: readonly PciDevice[], host: JudgedHost): Reason {
  const needed = culprits.flatMap((other) => {
    const what = indispensable(other, host);
    return what === null ? [] : [{ other, what }];
  });
  const why = needed.map(({ other, what }) => ` The host needs ${named(other)}: ${what}.`).join("");
  const message = `${groupOf(card)}: ${listed(culprits, namedWithDriver)} ${byNumber(culprits, "is still bound to a host driver", "are still bound to host drivers")}.${why}`;
  return reason("block", "shared-group", culprits, message, fixFor(card, needed.length > 0));
}

/** A card in the mainboard's own silicon can't be moved. */
function fixFor({ lead }: Card, hostNeedsOne: boolean): string {
  const movable = lead.parent !== null;
  if (!hostNeedsOne)
    return movable
      ? "Reserve the whole group for VMs, or move the card to a slot with its own IOMMU group."
      : "Reserve the whole group for VMs.";
  return movable
    ? "Move the card to a slot with its own IOMMU group, or have the host use something else instead."
    : "Have the host use something else instead, then reserve the whole group for VMs.";
}

function inUseByVms(card: Card, others: readonly PciDevice[], host: JudgedHost): Reason {
  const holders = [...new Set(others.flatMap((other) => runningVm(other, host) ?? []))].join(" and ");
  const message = `${groupOf(card)} can be used by one VM at a time: ${listed(others, named)} ${byNumber(others, "is", "are")} in use by the running VM ${holders}.`;
  const fix = `Shut down ${holders}, or attach both cards to the same VM.`;
  return reason("block", "shared-group", others, message, fix);
}

function sharesGroup(card: Card): Reason {
  const { others } = card;
  const message = `${groupOf(card)}: ${listed(others, namedWithDriver)} ${byNumber(others, "shares", "share")} the group and can't be used by the host or another VM at the same time.`;
  return reason("note", "shared-group", others, message, null);
}

function runningVm({ address }: PciDevice, { context }: JudgedHost): string | null {
  return context.attachments.get(address)?.find(({ running }) => running)?.vmName ?? null;
}
