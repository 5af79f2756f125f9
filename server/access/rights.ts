import type { ObjectKind } from "./object.schema";
import type { Level } from "./role";

/**
 * The one table of rights: by kind of object, each act on it and the least level that may do it. An act has the name of
 * its procedure; "….see" is whether the object is shown at all. What touches objects of two kinds stands under both and
 * needs the right on each. What is missing here is refused to everybody, and a test fails.
 */
export const rights = {
  installation: {
    "session.state": "public",
    "session.signIn": "public",
    "session.createFirstAdministrator": "public",
    "session.signOut": "viewer",
    // The WebSockets, by their paths. What comes over them is asked for by itself: each subscription, each ticket.
    "/ws/trpc": "viewer",
    "/ws/console": "viewer",
    "/ws/graphical": "viewer",
    "fleet.watch": "viewer",
    "job.watch": "viewer",
    "create.presets": "viewer",
    "create.refreshCatalogue": "admin",
    "create.savePreset": "admin",
    "create.deletePreset": "admin",
  },
  host: {
    "host.see": "viewer",
    "host.watchReport": "viewer",
    "host.lacking": "viewer",
    "host.planBasics": "operator",
    "host.makeBasics": "admin",
    "statistics.watch": "viewer",
    "create.choices": "operator",
    "create.images": "operator",
    "create.answerFiles": "operator",
    "create.plan": "operator",
    "create.run": "admin",
    "create.importXml": "operator",
    "create.importQemuCommand": "operator",
    "definition.grammar": "viewer",
    "passthrough.explain": "operator",
    "passthrough.kernelLog": "operator",
    "passthrough.roms": "operator",
    "passthrough.lookAtRom": "operator",
    "passthrough.uploadRom": "admin",
    "passthrough.deleteRom": "admin",
    "network.watch": "viewer",
    "network.filters": "viewer",
    "network.hostNetworking": "viewer",
    "network.bridgeGuide": "operator",
    "network.preview": "operator",
    "network.create": "admin",
    "storage.watch": "viewer",
    "storage.createPool": "admin",
  },
  boot: {
    "prepare.state": "operator",
    "prepare.reservations": "viewer",
    "prepare.plan": "operator",
    "prepare.run": "admin",
    "prepare.planUndo": "operator",
    "prepare.undo": "admin",
    "prepare.planKeep": "operator",
    "prepare.keep": "admin",
    "prepare.planReturn": "operator",
    "prepare.return": "admin",
    "prepare.hugePages": "viewer",
    "prepare.planHugePages": "operator",
    "prepare.setHugePages": "admin",
    "prepare.planReboot": "operator",
    "prepare.reboot": "admin",
    "host.resetDemo": "admin",
  },
  vm: {
    "vm.see": "viewer",
    "vm.xml": "viewer",
    "vm.events": "viewer",
    "vm.startProblems": "viewer",
    "vm.act": "operator",
    "vm.setAutostart": "operator",
    "vm.planDelete": "operator",
    "vm.delete": "operator",
    "vm.rename": "admin",
    "vm.addSerialConsole": "operator",
    "vm.addVncScreen": "operator",
    "vm.remapDevices": "admin",
    "hardware.watch": "viewer",
    "hardware.plan": "operator",
    "hardware.run": "admin",
    "hardware.planDesktop": "operator",
    "hardware.runDesktop": "admin",
    "definition.get": "viewer",
    "definition.watchVersions": "viewer",
    "definition.version": "viewer",
    "definition.preview": "operator",
    "definition.merge": "operator",
    "definition.save": "admin",
    "definition.restore": "admin",
    "console.open": "operator",
    // As what a new VM is cloned from.
    "create.plan": "operator",
    "create.run": "admin",
    "create.setTemplate": "admin",
    "passthrough.planAttach": "operator",
    "passthrough.runAttach": "admin",
    "passthrough.planDetach": "operator",
    "passthrough.runDetach": "admin",
    "passthrough.planCheck": "operator",
    "passthrough.runCheck": "operator",
  },
  device: {
    "passthrough.planBinding": "operator",
    "passthrough.runBinding": "admin",
    "prepare.planReturn": "operator",
    "prepare.return": "admin",
    "passthrough.planReadRom": "operator",
    "passthrough.readRom": "admin",
    "hardware.planDesktop": "operator",
    "hardware.runDesktop": "admin",
    "passthrough.planAttach": "operator",
    "passthrough.runAttach": "admin",
    "passthrough.planDetach": "operator",
    "passthrough.runDetach": "admin",
  },
  network: {
    "network.see": "viewer",
    "network.xml": "viewer",
    "network.leases": "viewer",
    "network.settings": "operator",
    "network.planEdit": "operator",
    "network.edit": "admin",
    "network.start": "admin",
    "network.planStop": "operator",
    "network.stop": "admin",
    "network.setAutostart": "admin",
    "network.reserve": "admin",
    "network.planDelete": "operator",
    "network.delete": "admin",
  },
  pool: {
    "pool.see": "viewer",
    "storage.volumes": "viewer",
    "storage.startPool": "admin",
    "storage.planStopPool": "admin",
    "storage.stopPool": "admin",
    "storage.refreshPool": "admin",
    "storage.setPoolAutostart": "admin",
    "storage.planDeletePool": "admin",
    "storage.deletePool": "admin",
    "storage.createVolume": "admin",
    // As where the copy goes.
    "storage.cloneVolume": "admin",
    "storage.downloadFromUrl": "admin",
    "create.downloadImage": "admin",
    "storage.openUpload": "admin",
  },
  volume: {
    "storage.planResizeVolume": "admin",
    "storage.resizeVolume": "admin",
    "storage.planDeleteVolume": "admin",
    "storage.deleteVolume": "admin",
    "storage.cloneVolume": "admin",
    // GET /api/volumes/…: volumes hold whatever guests keep secret.
    "storage.readVolume": "admin",
  },
  job: {
    "job.see": "viewer",
    "job.cancel": "admin",
    "job.finish": "admin",
    "job.undo": "admin",
  },
} as const satisfies Record<ObjectKind, Record<string, Level>>;

export type ActOn<Kind extends ObjectKind> = keyof (typeof rights)[Kind] & string;
export type Act = { [Kind in ObjectKind]: ActOn<Kind> }[ObjectKind];

/** The least level that may do `act` to objects of a kind; null where nobody may. */
export function leastLevel(kind: ObjectKind, act: string): Level | null {
  const table: Readonly<Record<string, Level>> = rights[kind];
  return Object.hasOwn(table, act) ? (table[act] ?? null) : null;
}

/** Whether an act needs no sign-in. */
export function isOpenToAll(act: string): boolean {
  return leastLevel("installation", act) === "public";
}
