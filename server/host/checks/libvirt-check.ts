import { type CheckSources, folderMarks, libvirtPrograms, libvirtSockets } from "./check-sources";
import { there } from "./evidence";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";
import { install } from "./instructions";

/** Whether libvirt is there and answers. */
export const libvirt: HostCheck = {
  id: "libvirt",
  group: "guests",
  title: "libvirt",
  why: "Passdeck has libvirt make, start and watch every VM.",
  look: libvirtListens,
};

function libvirtListens({ files, setup }: CheckSources): Finding {
  const socket = libvirtSockets.find((path) => files.has(path));
  if (socket !== undefined) return passed(`It listens at /${socket}.`, [there(socket)]);
  if (!files.has(folderMarks.running)) {
    return unknown("Not included in the host recording.");
  }
  const program = libvirtPrograms.find((path) => files.has(path));
  if (program === undefined) {
    const packages = {
      debian: "libvirt-daemon-system qemu-system-x86",
      pop: "libvirt-daemon-system qemu-system-x86",
      proxmox: "libvirt-daemon-system",
      fedora: "libvirt-daemon-kvm",
      arch: "libvirt qemu-desktop",
      suse: "libvirt-daemon-qemu qemu-kvm",
      gentoo: "app-emulation/libvirt",
      alpine: "libvirt-daemon qemu-system-x86_64",
    };
    const fix = install(packages, "Install libvirt with its QEMU driver.", setup);
    return { status: "fail", detail: "libvirt is not installed.", fix };
  }
  const unit = program.endsWith("virtqemud") ? "virtqemud.socket" : "libvirtd";
  const detail = "libvirt is installed but does not listen.";
  return {
    ...{ status: "fail", detail, fix: `Run “systemctl enable --now ${unit}”.` },
    evidence: [there(program)],
  };
}
