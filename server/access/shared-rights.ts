import type { ObjectKind } from "./object.schema";
import type { ActOn } from "./rights";

/** What somebody is to a VM that is shared with them; each may all that those before it may. */
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
  "vm.act": "operator",
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
  "vm.addSerialConsole": "owner",
  "vm.addVncScreen": "owner",
  // Media besides have to be granted to them.
  "hardware.planMedium": "owner",
  "hardware.runMedium": "owner",
  "share.watch": null,
  "share.set": null,
  "share.remove": null,
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

/** What they may do to the host that the VM is on: as much as its VM's page takes. */
const onItsHost = {
  "host.see": "viewer",
  "statistics.watch": "viewer",
  // One's own, for a VM that they may start.
  "booking.watch": "operator",
  "booking.book": "operator",
  "booking.extend": "operator",
  "booking.handOver": "operator",
  "booking.cancel": "operator",
  "booking.wait": "operator",
  "booking.leave": "operator",
} as const satisfies Partial<Record<ActOn<"host">, SharedLevel>>;

/** By kind of object, what a share allows on it. */
export const sharedRights = { vm: onSharedVm, host: onItsHost } as const satisfies Partial<
  Record<ObjectKind, Record<string, SharedLevel | null>>
>;

/** Whether a share of `level` allows `act` on an object of `kind`. */
export function shareAllows(level: SharedLevel, kind: ObjectKind, act: string): boolean {
  const table: Readonly<Record<string, SharedLevel | null>> =
    kind === "vm" || kind === "host" ? sharedRights[kind] : {};
  const least = Object.hasOwn(table, act) ? table[act] : null;
  return least != null && sharedLevels.indexOf(level) >= sharedLevels.indexOf(least);
}
