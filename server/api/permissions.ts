import { type Role, roles } from "../access/role";

/** Who may call what. "public" needs no sign-in; each further level may do all that those before it may. */
export const levels = ["public", ...roles] as const;
export type Level = "public" | Role;

/**
 * The one table of permissions: a tRPC path to the least level that may call it. A procedure that is missing
 * here is refused to everybody, and a test fails.
 */
export const permissions: Readonly<Record<string, Level>> = {
  "session.state": "public",
  "session.signIn": "public",
  "session.createFirstAdministrator": "public",
  "session.signOut": "viewer",
  "fleet.watch": "viewer",
  "statistics.watch": "viewer",
  "host.watchReport": "viewer",
  "vm.xml": "viewer",
  "vm.events": "viewer",
  "vm.startProblems": "viewer",
  "vm.act": "operator",
  "vm.setAutostart": "operator",
  "vm.delete": "operator",
  "vm.addSerialConsole": "operator",
  "vm.addVncScreen": "operator",
  "vm.remapDevices": "admin",
  "hardware.watch": "viewer",
  "hardware.plan": "operator",
  "hardware.run": "admin",
  "definition.get": "viewer",
  "definition.watchVersions": "viewer",
  "definition.version": "viewer",
  "definition.grammar": "viewer",
  "definition.preview": "operator",
  "definition.save": "admin",
  "definition.restore": "admin",
  "console.open": "operator",
  "create.choices": "operator",
  "create.plan": "operator",
  "create.run": "admin",
  "create.importXml": "operator",
  "create.importQemuCommand": "operator",
  "create.presets": "viewer",
  "create.savePreset": "admin",
  "create.deletePreset": "admin",
  "create.setTemplate": "admin",
  "passthrough.planBinding": "operator",
  "passthrough.runBinding": "admin",
  "passthrough.planAttach": "operator",
  "passthrough.runAttach": "admin",
  "passthrough.planDetach": "operator",
  "passthrough.runDetach": "admin",
  "passthrough.roms": "operator",
  "passthrough.uploadRom": "admin",
  "passthrough.deleteRom": "admin",
  "passthrough.planCheck": "operator",
  "passthrough.runCheck": "operator",
  "job.watch": "viewer",
  "job.cancel": "admin",
  "job.finish": "admin",
  "job.undo": "admin",
  "storage.watch": "viewer",
  "storage.volumes": "viewer",
  "storage.createPool": "admin",
  "storage.startPool": "admin",
  "storage.stopPool": "admin",
  "storage.refreshPool": "admin",
  "storage.setPoolAutostart": "admin",
  "storage.deletePool": "admin",
  "storage.createVolume": "admin",
  "storage.resizeVolume": "admin",
  "storage.deleteVolume": "admin",
  "storage.cloneVolume": "admin",
  "storage.downloadFromUrl": "admin",
  "storage.openUpload": "admin",
};

/** Whether someone of `level` may call what asks for `needed`. */
export function allows(level: Level, needed: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(needed);
}
