import type { ObjectKind } from "./object.schema";
import type { ActOn } from "./rights";

/** What somebody is to a VM or a named device that is shared with them; each may all that those before it may. */
export const sharedLevels = ["viewer", "operator", "owner"] as const;
export type SharedLevel = (typeof sharedLevels)[number];

/**
 * What a VM that is shared with somebody allows them on it, whatever their role: the least level of the share for each
 * act, and null for what it never allows. What has the VM reach more of its host, or changes what others have, is null.
 * An act on VMs that does not stand here does not compile.
 */
const onSharedVm = {
  "vm.see": "viewer",
  "vm.xml": "viewer",
  "vm.events": "viewer",
  "vm.startProblems": "viewer",
  "hardware.watch": "viewer",
  "definition.get": "viewer",
  "definition.watchVersions": "viewer",
  "definition.version": "viewer",
  "definition.export": "viewer",
  "vm.act": "operator",
  "vm.dismissFailedStart": "operator",
  "vm.label": "operator",
  // By the VM's setting besides.
  "console.watch": "viewer",
  "console.viewers": "viewer",
  "booking.book": "operator",
  "booking.wait": "operator",
  "console.open": "operator",
  // Who has a VM decides who works at it.
  "console.disconnect": "owner",
  "console.takeKeyboard": "owner",
  "console.giveKeyboard": "owner",
  "guestGpu.watch": "viewer",
  "guestGpu.set": "owner",
  "console.links": "owner",
  "console.createLink": "owner",
  "console.revokeLink": "owner",
  "console.access": "owner",
  "console.setWatching": "owner",
  "vm.setAutostart": "owner",
  "vm.planDelete": "owner",
  "vm.delete": "owner",
  "vm.rename": "owner",
  "move.watch": "viewer",
  "vm.addSerialConsole": "owner",
  "vm.addVncScreen": "owner",
  // Media besides have to be granted to them.
  "hardware.planMedium": "owner",
  "hardware.runMedium": "owner",
  "share.watch": null,
  "share.set": null,
  "share.remove": null,
  "move.plan": null,
  "move.run": null,
  "move.steer": null,
  "vm.remapDevices": null,
  "hardware.plan": null,
  "hardware.run": null,
  "hardware.planDesktop": null,
  "hardware.runDesktop": null,
  "definition.preview": null,
  "definition.merge": null,
  "definition.save": null,
  "definition.restore": null,
  "create.plan": null,
  "create.run": null,
  "create.setTemplate": null,
  "passthrough.planAttach": null,
  "passthrough.runAttach": null,
  "passthrough.planDetach": null,
  "passthrough.runDetach": null,
  "passthrough.planCheck": null,
  "passthrough.runCheck": null,
} as const satisfies Record<ActOn<"vm">, SharedLevel | null>;

/**
 * What a named device that is shared with somebody allows them on it, as `onSharedVm` does. Which cards it stands for is the
 * host's, and no share's.
 */
const onSharedDevice = {
  "named.see": "viewer",
  // Who has a card, and until when, is what those who share it agree by.
  "booking.seeHolders": "viewer",
  "booking.book": "operator",
  "booking.wait": "operator",
  "booking.extend": "operator",
  "booking.ofOthers": "owner",
  "booking.setRules": "owner",
  "booking.setFallback": null,
  "share.watchDevice": "owner",
  "share.setDevice": "owner",
  "share.removeDevice": "owner",
} as const satisfies Record<ActOn<"named">, SharedLevel | null>;

/** What they may do to the host that it is on: as much as its VM's page takes, or the page of its named devices. */
const onItsHost = {
  "host.see": "viewer",
  "statistics.watch": "viewer",
  // Of what they know of there; for a VM that they may start, or as the share of the named device says.
  "booking.watch": "viewer",
  "booking.book": "operator",
  "booking.wait": "operator",
  "booking.extend": "viewer",
  "booking.handOver": "viewer",
  "booking.cancel": "viewer",
  "booking.leave": "viewer",
} as const satisfies Partial<Record<ActOn<"host">, SharedLevel>>;

/** By kind of object, what a share allows on it. */
export const sharedRights = {
  vm: onSharedVm,
  named: onSharedDevice,
  host: onItsHost,
} as const satisfies Partial<Record<ObjectKind, Record<string, SharedLevel | null>>>;

/** Whether a share of `level` allows `act` on an object of `kind`. */
export function shareAllows(level: SharedLevel, kind: ObjectKind, act: string): boolean {
  const table: Readonly<Record<string, SharedLevel | null>> =
    kind === "vm" || kind === "named" || kind === "host" ? sharedRights[kind] : {};
  const least = Object.hasOwn(table, act) ? table[act] : null;
  return least != null && sharedLevels.indexOf(level) >= sharedLevels.indexOf(least);
}
