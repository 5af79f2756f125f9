import type { LookingGlassHost } from "./looking-glass-host";
import type { TreeEntry } from "./tree-entries";

/** Whoever the memory is given to: their name is nobody's business. */
const somebody = "user";

/** What a host has for Looking Glass, as a captured host keeps it: lines that say the same, without the user's name. */
export function lookingGlassEntries(host: LookingGlassHost): TreeEntry[] {
  const file = (isThere: boolean, path: string, text = ""): TreeEntry[] =>
    isThere ? [{ kind: "file", path, text }] : [];
  return [
    ...(host.isWhole ? [{ kind: "folder", path: "etc/tmpfiles.d" } as const] : []),
    ...file(
      host.sharedFile !== null,
      "etc/tmpfiles.d/10-looking-glass.conf",
      `f /dev/shm/looking-glass 0660 ${somebody} kvm -\n`,
    ),
    ...file(host.isShared, "dev/shm/looking-glass"),
    ...file(host.module === "loaded", "dev/kvmfr0"),
    ...file(
      host.module === "loaded",
      "sys/module/kvmfr/parameters/static_size_mb",
      `${host.mebibytes ?? ""}\n`,
    ),
    ...file(
      host.deviceUser !== null,
      "etc/udev/rules.d/99-kvmfr.rules",
      `SUBSYSTEM=="kvmfr", OWNER="${somebody}", GROUP="kvm", MODE="0660"\n`,
    ),
    ...file(host.loadedAtStart, "etc/modules-load.d/kvmfr.conf", "kvmfr\n"),
    ...file(host.confinement.includes("AppArmor"), "sys/module/apparmor/parameters/enabled", "Y\n"),
    ...file(host.confinement.includes("SELinux"), "sys/fs/selinux/enforce", "1\n"),
    ...file(host.allowed, "etc/apparmor.d/local/abstractions/libvirt-qemu", "/dev/kvmfr0 rw,\n"),
  ];
}
