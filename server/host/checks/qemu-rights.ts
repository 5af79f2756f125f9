import type { CheckSources } from "./check-sources";
import { linesWith } from "./evidence";
import { further, libvirtFolder } from "./further-files";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";
import { notRead } from "./not-read";

/** Whether libvirt's own configuration lets QEMU open the devices that VMs are given. */
export const qemuRights: HostCheck = {
  id: "qemu-rights",
  group: "guests",
  title: "QEMU's rights",
  why: "libvirt runs QEMU as a user of its own and opens devices for it; a list that was changed by hand can forget VFIO.",
  look: rightsGiven,
};

const settings =
  /^\s*(user|group|cgroup_device_acl|security_driver|namespaces|clear_emulator_capabilities)\s*=/;

function rightsGiven({ further: { first } }: CheckSources): Finding {
  const path = further.qemuConfiguration;
  const text = first.text(path);
  if (text === null) {
    return first.has(libvirtFolder) && !first.has(path)
      ? passed(`libvirt's own settings hold: there is no /${path}.`)
      : first.has(path)
        ? notRead(first, path)
        : unknown("Not looked at: libvirt's configuration is not there.");
  }
  const evidence = linesWith(path, text, settings, 6);
  const list = /^\s*cgroup_device_acl\s*=\s*\[([^\]]*)\]/m.exec(text)?.[1];
  if (list !== undefined && !list.includes("/dev/vfio/vfio")) {
    return {
      status: "fail",
      detail:
        "cgroup_device_acl is set and does not list /dev/vfio/vfio, so a VM with a device does not start.",
      fix: `Add "/dev/vfio/vfio" to cgroup_device_acl in /${path} (or remove the setting) and restart libvirt.`,
      evidence,
    };
  }
  if (/^\s*user\s*=\s*"(\+0|root)"/m.test(text)) {
    return {
      status: "warn",
      detail: "QEMU runs as root: who breaks out of a VM has the host.",
      fix: `Remove user and group from /${path} and restart libvirt: devices that are handed over need no root.`,
      evidence,
    };
  }
  return passed(
    evidence.length === 0
      ? "libvirt's own settings hold."
      : "What was changed by hand keeps no device from VMs.",
    evidence,
  );
}
