import type { LookingGlassHost } from "../../host/looking-glass-host";
import type { LookingGlassFiles } from "../looking-glass/looking-glass-files.schema";
import type { Finding } from "./finding.schema";

/** What Looking Glass's files were to bring about, compared with what is. Pure. */
export function lookingGlassFindings(
  { memory, mebibytes, user }: LookingGlassFiles,
  host: LookingGlassHost,
): Finding[] {
  if (memory === "shm")
    return [
      finding(`/dev/shm/looking-glass made for ${user}`, host.sharedFile === user && host.isShared, {
        pass: "It is there, and is made at each start.",
        fail:
          host.sharedFile === user
            ? "It is not there. See why: systemd-tmpfiles --create /etc/tmpfiles.d/10-looking-glass.conf"
            : "Another file of tmpfiles.d counts before, or the file was changed.",
      }),
    ];
  const size = host.mebibytes ?? 0;
  return [
    finding("kvmfr loaded", host.module === "loaded", {
      pass: "Its device /dev/kvmfr0 is there.",
      fail: "It is not. See why: modprobe kvmfr; dmesg",
    }),
    finding(`kvmfr of ${mebibytes} MiB`, size >= mebibytes, {
      pass: `It has ${size} MiB.`,
      fail: `It has ${size} MiB until it is loaded anew: at the host's next start.`,
    }),
    finding("kvmfr loaded at each start", host.loadedAtStart, {
      pass: "A list of modules-load.d has it.",
      fail: "No list of modules-load.d has it.",
    }),
    finding(`/dev/kvmfr0 given to ${user}`, host.deviceUser === user, {
      pass: "A rule of udev's does it.",
      fail: `The last rule of udev's gives it to ${host.deviceUser ?? "nobody"}.`,
    }),
    listed(host),
  ];
}

function listed({ listed }: LookingGlassHost): Finding {
  const what = "/dev/kvmfr0 listed for QEMU";
  return listed === null
    ? { what, status: "unknown", detail: "/etc/libvirt/qemu.conf may not be read by Passdeck’s user." }
    : finding(what, listed, {
        pass: "cgroup_device_acl has it.",
        fail: "cgroup_device_acl of /etc/libvirt/qemu.conf does not have it.",
      });
}

function finding(what: string, isSo: boolean, words: { pass: string; fail: string }): Finding {
  const status = isSo ? "pass" : "fail";
  return { what, status, detail: words[status] };
}
