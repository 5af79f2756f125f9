import type { LookingGlass } from "@/server/domain/looking-glass/looking-glass.schema";

/** A file of the host, or what is to be run there, as it is to be placed by hand. */
interface HostText {
  title: string;
  text: string;
}

/**
 * What the host needs for Looking Glass, file by file
 * (https://looking-glass.io/docs/B7/ivshmem_shm/, https://looking-glass.io/docs/B7/ivshmem_kvmfr/).
 * @param user Who runs the client.
 */
export function hostTexts(
  { memory, mebibytes }: Pick<LookingGlass, "memory" | "mebibytes">,
  { user, confinement }: { user: string; confinement: readonly string[] },
): HostText[] {
  if (memory === "shm")
    return [
      {
        title: "/etc/tmpfiles.d/10-looking-glass.conf",
        text: `f /dev/shm/looking-glass 0660 ${user} kvm -\n`,
      },
      { title: "Then run", text: "systemd-tmpfiles --create /etc/tmpfiles.d/10-looking-glass.conf\n" },
    ];
  const appArmor = confinement.includes("AppArmor")
    ? [
        {
          title: "/etc/apparmor.d/local/abstractions/libvirt-qemu, one more line",
          text: "/dev/kvmfr0 rw,\n",
        },
      ]
    : [];
  return [
    { title: "/etc/modprobe.d/kvmfr.conf", text: `options kvmfr static_size_mb=${mebibytes}\n` },
    { title: "/etc/modules-load.d/kvmfr.conf", text: "kvmfr\n" },
    {
      title: "/etc/udev/rules.d/99-kvmfr.rules",
      text: `SUBSYSTEM=="kvmfr", OWNER="${user}", GROUP="kvm", MODE="0660"\n`,
    },
    {
      title: "/etc/libvirt/qemu.conf: libvirt’s own list, and /dev/kvmfr0; keep what yours has besides",
      text: `cgroup_device_acl = [
    "/dev/null", "/dev/full", "/dev/zero",
    "/dev/random", "/dev/urandom",
    "/dev/ptmx", "/dev/kvm", "/dev/vfio/vfio", "/dev/kvmfr0"
]
`,
    },
    ...appArmor,
    {
      title: "Then run",
      text: "modprobe --remove kvmfr\nmodprobe kvmfr\nsystemctl restart libvirtd\n",
    },
  ];
}

/** A user's name as useradd(8) takes it, so that it says one thing in each of the files. */
export function userProblem(user: string): string | null {
  return /^[a-z_][a-z0-9_.-]{0,31}\$?$/.test(user) ? null : "Enter the name of a user of the host.";
}
