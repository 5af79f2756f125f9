import { execFile } from "node:child_process";
import { chmod, cp, mkdir, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { selfSignedCertificate } from "@/server/http/certificate";

const run = promisify(execFile);
const hostFiles = fileURLToPath(new URL("host-files", import.meta.url));

/** Units of Debian that the lab has no use for and that would cost its boot time. */
const maskedUnits = [
  "apt-daily.timer",
  "apt-daily-upgrade.timer",
  "dbus.service",
  "dbus.socket",
  "dev-mqueue.mount",
  "dpkg-db-backup.timer",
  "e2scrub_all.timer",
  "e2scrub_reap.service",
  "fstrim.timer",
  "getty@tty1.service",
  // lab-prepare does it, once it knows which card it is.
  "ifupdown-pre.service",
  "networking.service",
  "serial-getty@ttyS0.service",
  "serial-getty@ttyS1.service",
  "serial-getty@ttyS2.service",
  "kmod-static-nodes.service",
  "ldconfig.service",
  "libvirt-guests.service",
  "logrotate.timer",
  "modprobe@configfs.service",
  "modprobe@dm_mod.service",
  "modprobe@drm.service",
  "modprobe@fuse.service",
  "modprobe@loop.service",
  "sys-fs-fuse-connections.mount",
  "sys-kernel-config.mount",
  "sys-kernel-debug.mount",
  "sys-kernel-tracing.mount",
  "systemd-binfmt.service",
  "systemd-firstboot.service",
  "systemd-hwdb-update.service",
  "systemd-journal-flush.service",
  "systemd-logind.service",
  "systemd-machined.service",
  "systemd-modules-load.service",
  "systemd-pstore.service",
  "systemd-random-seed.service",
  "systemd-remount-fs.service",
  "systemd-rfkill.service",
  "systemd-sysctl.service",
  "systemd-sysusers.service",
  "systemd-timesyncd.service",
  "systemd-tmpfiles-setup-dev.service",
  "systemd-update-utmp.service",
  "systemd-update-utmp-runlevel.service",
  "systemd-user-sessions.service",
];

/** The rules of udev's that the lab needs: all are gone through for each device. */
const keptRules = new Set([
  "50-udev-default.rules",
  // These three no initial RAM disk is built without where dmsetup is installed.
  "55-dm.rules",
  "60-persistent-storage-dm.rules",
  "95-dm-notify.rules",
  "60-block.rules",
  "60-drm.rules",
  "60-persistent-storage.rules",
  "60-qemu-guest-agent.rules",
  "73-special-net-names.rules",
  "80-debian-compat.rules",
  "80-drivers.rules",
  "80-net-setup-link.rules",
  "99-systemd.rules",
]);

const enabledUnits = ["lab-prepare.service", "passdeck.service", "lab-shell.service"];

const texts: Readonly<Record<string, string>> = {
  "etc/machine-id": "6c61622d686f73742d6f662d74657374\n",
  "etc/hostname": "lab\n",
  "etc/hosts": "127.0.0.1 localhost\n127.0.1.1 lab\n",
  "etc/fstab": "",
  // The kernel's own words are on the first serial port.
  "etc/systemd/journald.conf": "[Journal]\nReadKMsg=no\nAudit=no\n",
  // bochs is loaded once the host is up, for the cards that the lab gives it; the others drive nothing emulated, and
  // i915 takes seconds to find that out.
  "etc/modprobe.d/lab.conf": blacklist("bochs", "i915", "nouveau", "amdgpu", "radeon"),
};

const stateFolder = "var/lib/passdeck";
const folders = ["srv/passdeck", "var/lib/lab/guest", stateFolder];

/** What the certificate that Passdeck finds there is for; to make one would take the emulated host seconds. */
const hostNames = { names: ["localhost", "lab", "lab.local"], addresses: ["127.0.0.1", "10.0.2.15"] };

function blacklist(...modules: string[]): string {
  return modules.map((module) => `blacklist ${module}\n`).join("");
}

/** A Debian tree made into the emulated host's root: its services, its Node, and what its guests boot, if it has any. */
export async function furnishTree(
  tree: string,
  guest: { kernel: Buffer; initrd: Buffer } | null,
): Promise<void> {
  for (const folder of folders) await mkdir(join(tree, folder), { recursive: true });
  await cp(hostFiles, tree, { recursive: true });
  for (const [path, text] of Object.entries(texts)) await put(tree, path, text);
  await selfSignedCertificate(join(tree, stateFolder), hostNames);
  if (guest !== null) {
    await put(tree, "var/lib/lab/guest/vmlinux", guest.kernel);
    await put(tree, "var/lib/lab/guest/initrd.img", guest.initrd);
  }
  await cp(process.execPath, join(tree, "usr/local/bin/node"));
  await chmod(join(tree, "usr/local/bin/node"), 0o755);
  const units = join(tree, "etc/systemd/system");
  for (const unit of maskedUnits) await link(join(units, unit), "/dev/null");
  const rules = join(tree, "usr/lib/udev/rules.d");
  for (const name of await readdir(rules)) if (!keptRules.has(name)) await rm(join(rules, name));
  for (const unit of enabledUnits) await link(join(units, "multi-user.target.wants", unit), `../${unit}`);
}

/** A tree with the same files, none of which is copied: what is written into it has to be a new file. */
export async function cloneTree(from: string, to: string): Promise<void> {
  await run("cp", ["--archive", "--link", from, to]);
}

/** Writes a file of a tree, and the folders that lead to it. */
export async function put(tree: string, path: string, content: string | Buffer): Promise<void> {
  const target = join(tree, path);
  // Not into the file that is there: it is shared with the tree that this one was cloned from.
  await rm(target, { force: true });
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content, { mode: 0o644 });
}

async function link(path: string, target: string): Promise<void> {
  await rm(path, { force: true });
  await symlink(target, path);
}
