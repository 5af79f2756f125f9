import { kvmfrNode, type LookingGlass } from "../../domain/looking-glass/looking-glass.schema";
import type { LookingGlassHost } from "../../host/looking-glass-host";
import type { PartWarnings } from "./desktop-facts";

/** What Looking Glass takes in the guest and on the host (https://looking-glass.io/docs/B7/). */
export const lookingGlassWarnings: PartWarnings = ({ lookingGlass: chosen }, { vmName, host }) => {
  if (chosen === null) return [];
  const facts = host?.lookingGlass ?? null;
  return [
    ...inGuest(chosen),
    ...(facts === null
      ? ["What the host has for Looking Glass could not be read."]
      : chosen.memory === "shm"
        ? ofSharedFile(facts)
        : ofModule(chosen, facts, vmName)),
  ];
};

function inGuest({ video, spice }: LookingGlass): string[] {
  return [
    "The guest needs the Looking Glass host application of the client's version, the IVSHMEM driver, and a monitor, a dummy plug or a virtual display driver, without which the GPU draws nothing.",
    ...(video === "none"
      ? [
          "QEMU's own display goes: the console in the browser shows nothing, and the firmware is seen on the GPU's outputs alone. Install the GPU's driver first.",
        ]
      : []),
    ...(spice
      ? [
          "Keyboard and mouse come by SPICE from the client on the host itself (127.0.0.1). Windows needs the vioinput driver of virtio-win.",
        ]
      : []),
  ];
}

function ofSharedFile({ sharedFile }: LookingGlassHost): string[] {
  return sharedFile !== null
    ? []
    : [
        "QEMU makes /dev/shm/looking-glass for itself, where your user can't open it. Have systemd-tmpfiles make it beforehand: “Set up the host…” plans it.",
      ];
}

function ofModule({ mebibytes }: LookingGlass, host: LookingGlassHost, vmName: string): string[] {
  const warnings = [moduleWords(host, vmName), sizeWords(mebibytes, host)].filter((text) => text !== null);
  if (host.deviceUser === null)
    warnings.push(
      `No rule of udev's gives ${kvmfrNode} to a user, so that the client can't open it: “Set up the host…” plans it.`,
    );
  if (host.listed !== true)
    warnings.push(
      `${host.listed === null ? "Whether" : "As it is,"} libvirt lets QEMU open ${kvmfrNode} ${host.listed === null ? "could not be read" : "it does not"}: cgroup_device_acl in /etc/libvirt/qemu.conf has to list it, and libvirtd to be restarted.`,
    );
  if (host.confinement.includes("AppArmor") && !host.allowed)
    warnings.push(
      `AppArmor confines QEMU on this host: /etc/apparmor.d/local/abstractions/libvirt-qemu needs the line “${kvmfrNode} rw,”.`,
    );
  if (host.confinement.includes("SELinux"))
    warnings.push(
      `SELinux confines QEMU on this host: ${kvmfrNode} needs a label that svirt_t may use, such as svirt_tmpfs_t.`,
    );
  return warnings;
}

function moduleWords({ module, secureBoot }: LookingGlassHost, vmName: string): string | null {
  const signed =
    secureBoot === true
      ? " Under Secure Boot it loads only once it is signed by a key of this host (MOK)."
      : "";
  switch (module) {
    case "loaded":
      return null;
    case "installed":
      return `The module kvmfr is installed and not loaded: ${vmName} would make a plain file of ${kvmfrNode}. Load it first.${signed}`;
    case "missing":
      return `The module kvmfr is not installed for the kernel that runs. It is built by DKMS of Looking Glass's source (module/).${signed}`;
    case null:
      return `Whether the module kvmfr is installed could not be read.${signed}`;
  }
}

function sizeWords(wanted: number, { module, mebibytes }: LookingGlassHost): string | null {
  if (module !== "loaded" || mebibytes === null || mebibytes >= wanted) return null;
  return `The module kvmfr was loaded with ${mebibytes} MiB, and ${wanted} MiB are asked for: set static_size_mb=${wanted} and load it anew.`;
}
