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
      ...(hosts.length === 0 ? [] : [stillTheHosts(card, hosts, host)]),
      ...(guests.length === 0 ? [] : [anotherVms(card, guests, host)]),
    ];
  }
  return card.others.length === 0 ? [] : [comesAlong(card)];
};

function stillTheHosts(card: Card, culprits: readonly PciDevice[], host: JudgedHost): Reason {
  const needed = culprits.flatMap((other) => {
    const what = indispensable(other, host);
    return what === null ? [] : [{ other, what }];
  });
  const why = needed.map(({ other, what }) => ` The host can't lose ${named(other)}: ${what}.`).join("");
  const message = `${groupOf(card)}: ${listed(culprits, namedWithDriver)} ${byNumber(culprits, "is", "are")} still the host's.${why}`;
  return reason("block", "shared-group", culprits, message, fixFor(card, needed.length > 0));
}

/** A card in the mainboard's own silicon can't be moved. */
function fixFor({ lead }: Card, hostNeedsOne: boolean): string {
  const movable = lead.parent !== null;
  if (!hostNeedsOne)
    return movable
      ? "Reserve the whole group for VMs, or move the card to a slot that has a group of its own."
      : "Reserve the whole group for VMs.";
  return movable
    ? "Move the card to a slot that has a group of its own, or let the host use something else in place of what it can't lose."
    : "Let the host use something else in place of what it can't lose, then reserve the whole group for VMs.";
}

function anotherVms(card: Card, others: readonly PciDevice[], host: JudgedHost): Reason {
  const holders = [...new Set(others.flatMap((other) => runningVm(other, host) ?? []))].join(" and ");
  const message = `${groupOf(card)} goes to one VM at a time: ${listed(others, named)} ${byNumber(others, "is", "are")} with ${holders}, which runs.`;
  const fix = `Shut ${holders} down, or give both cards to the same VM.`;
  return reason("block", "shared-group", others, message, fix);
}

function comesAlong(card: Card): Reason {
  const { others } = card;
  const message = `${groupOf(card)}: ${listed(others, namedWithDriver)} ${byNumber(others, "shares", "share")} the group and can't be used by the host or another VM meanwhile.`;
  return reason("note", "shared-group", others, message, null);
}

function runningVm({ address }: PciDevice, { context }: JudgedHost): string | null {
  return context.attachments.get(address)?.find(({ running }) => running)?.vmName ?? null;
}
