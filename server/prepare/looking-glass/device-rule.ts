import { deviceRuleIn } from "../../host/looking-glass-files";

/** Behind those that people copy from Looking Glass's own pages (99-kvmfr.rules). */
export const ownDeviceRule = "etc/udev/rules.d/99-passdeck-kvmfr.rules";

/** A rule of udev(7) that gives the module's device to a user, and to QEMU's group. */
export function deviceRule(user: string): string {
  return `# Written by Passdeck: the memory of Looking Glass.\nSUBSYSTEM=="kvmfr", OWNER="${user}", GROUP="kvm", MODE="0660"\n`;
}

/** Whether rules give it to that user already, and to QEMU as well. */
export function isGivenTo(text: string, user: string): boolean {
  const given = deviceRuleIn(text);
  return given?.user === user && given.group === "kvm" && /^0?66\d$/.test(given.mode);
}
