import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { able } from "../../../host/ability";
import { LocalConfiguration } from "../../../host/configuration/local-configuration";
import { folderTree } from "../../../host/folder-tree";
import type { Host } from "../../../host/host";
import { localTools } from "../../../host/tools";
import type { HostWriter } from "../../../host/writer/host-writer";
import { ListedWriter } from "../../../host/writer/listed-writer";

export const grubText =
  'GRUB_DEFAULT=0\nGRUB_CMDLINE_LINUX_DEFAULT="quiet"   # as the installer left it\nGRUB_CMDLINE_LINUX=""\n';
export const card = "0000:01:00.0";

/** What update-grub and update-initramfs of Debian do, as far as one sees it: they make one thing of another. */
const programs = {
  "update-grub": `set -e
. "$ROOT/etc/default/grub"
test ! -e "$ROOT/broken-grub" || { echo "grub-mkconfig: no device" >&2; exit 1; }
printf "source custom.cfg; set next_entry\\nmenuentry 'Debian' {\\n\\tlinux\\t/vmlinuz-6.1.0 root=UUID=1 ro %s %s\\n\\tinitrd\\t/initrd.img-6.1.0\\n}\\n" \
  "$GRUB_CMDLINE_LINUX" "$GRUB_CMDLINE_LINUX_DEFAULT" >"$ROOT/boot/grub/grub.cfg.new"
mv "$ROOT/boot/grub/grub.cfg.new" "$ROOT/boot/grub/grub.cfg"
echo "Generating grub configuration file ... done"`,
  "update-initramfs": `set -e
test ! -e "$ROOT/broken-initramfs" -o ! -e "$ROOT/etc/modprobe.d/passdeck-vfio.conf" || { echo "mkinitramfs: no space" >&2; exit 2; }
cd "$ROOT"
cat etc/initramfs-tools/modules $(find etc/modprobe.d etc/udev/rules.d etc/initramfs-tools/hooks etc/initramfs-tools/scripts -type f 2>/dev/null | sort) >boot/initrd.new
mv boot/initrd.new boot/initrd.img-6.1.0
echo "update-initramfs: Generating /boot/initrd.img-6.1.0"`,
  "grub-probe": 'case "$1" in --target=fs) echo ext2 ;; esac',
  "grub-reboot": 'echo "next_entry=$1" >"$ROOT/boot/grub/grubenv"',
  "grub-editenv": ': >"$ROOT/boot/grub/grubenv"',
  // Paths of the host's are below the folder here.
  cp: `for word; do shift; case "$word" in "$ROOT"*) ;; /etc/*|/var/*) word="$ROOT$word" ;; esac; set -- "$@" "$word"; done
exec /bin/cp "$@"`,
  rm: `for word; do shift; case "$word" in /*) word="$ROOT$word" ;; esac; set -- "$@" "$word"; done
exec /bin/rm "$@"`,
  mkinitramfs:
    'test ! -e "$ROOT/broken-mkinitramfs" || exit 1; cat $(find "$ROOT$2" -type f | sort) >"$ROOT$4"',
  sysctl: "exit 0",
  systemctl: `case "$1" in set-default) ln -sfn "/usr/lib/systemd/system/$2" "$ROOT/etc/systemd/system/default.target" ;; *) echo "$*" >>"$ROOT/run/asked" ;; esac`,
};

const files: Readonly<Record<string, string>> = {
  "etc/os-release": "ID=debian\n",
  "etc/default/grub": grubText,
  "boot/grub/grub.cfg": menu("quiet"),
  "boot/grub/grubenv": "",
  "boot/initrd.img-6.1.0": "# modules of the initial RAM disk\n",
  "proc/cmdline": "BOOT_IMAGE=/vmlinuz-6.1.0 root=UUID=1 ro quiet\n",
  "proc/sys/kernel/osrelease": "6.1.0\n",
  "proc/meminfo": "MemTotal:       16777216 kB\nMemAvailable: 8388608 kB\nHugepagesize:       2048 kB\n",
  "proc/sys/kernel/random/boot_id": "11111111-1111-4111-8111-111111111111\n",
  "etc/initramfs-tools/initramfs.conf": "",
  "etc/initramfs-tools/modules": "# modules of the initial RAM disk\n",
  "usr/sbin/mkinitramfs": "",
  "usr/sbin/update-initramfs": "",
  [`sys/bus/pci/devices/${card}/vendor`]: "0x10de\n",
  [`sys/bus/pci/devices/${card}/device`]: "0x2684\n",
  [`sys/bus/pci/devices/${card}/class`]: "0x030000\n",
  "sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages": "0\n",
  "sys/devices/system/node/node0/meminfo": "Node 0 MemTotal: 16777216 kB\nNode 0 MemFree: 8388608 kB\n",
  "sys/devices/system/node/node0/hugepages/hugepages-2048kB/nr_hugepages": "4\n",
  "sys/devices/system/node/node0/hugepages/hugepages-2048kB/free_hugepages": "4\n",
  "sys/devices/system/node/node0/hugepages/hugepages-1048576kB/nr_hugepages": "0\n",
};

/** What update-grub makes of a kernel line. */
export function menu(line: string): string {
  return `source custom.cfg; set next_entry\nmenuentry 'Debian' {\n\tlinux\t/vmlinuz-6.1.0 root=UUID=1 ro  ${line}\n\tinitrd\t/initrd.img-6.1.0\n}\n`;
}

/** A Debian that starts by GRUB, in a folder: real files, and programs of its own. */
export class GrubHost {
  readonly kind = "grub";
  readonly root: string;

  constructor(root = mkdtempSync(join(tmpdir(), "passdeck-grub-host-"))) {
    this.root = root;
  }

  /** Makes it as it was installed. */
  install(): void {
    rmSync(this.root, { recursive: true, force: true });
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    for (const folder of ["run", "var/lib", "etc/modprobe.d", "etc/udev/rules.d"]) this.folder(folder);
    for (const [name, script] of Object.entries(programs)) this.program(name, script);
    this.link("etc/systemd/system/default.target", "/usr/lib/systemd/system/graphical.target");
  }

  /** Makes one of its programs, or another one of it. */
  program(name: string, script: string): void {
    this.write(`test-bin/${name}`, `#!/bin/sh\nROOT='${this.root}'\n${script}\n`);
    chmodSync(join(this.root, "test-bin", name), 0o755);
  }

  write(path: string, text: string | Uint8Array): void {
    this.folder(dirname(path));
    writeFileSync(join(this.root, path), text);
  }

  folder(path: string): void {
    mkdirSync(join(this.root, path), { recursive: true });
  }

  link(path: string, target: string): void {
    this.folder(dirname(path));
    rmSync(join(this.root, path), { force: true });
    symlinkSync(target, join(this.root, path));
  }

  /** What a restart does: the kernel is started with the menu's line, and says another boot_id. */
  restart(commandLine: string): void {
    this.write("proc/cmdline", `BOOT_IMAGE=/vmlinuz-6.1.0 root=UUID=1 ro ${commandLine}\n`);
    this.write("proc/sys/kernel/random/boot_id", "22222222-2222-4222-8222-222222222222\n");
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** A kernel that gives what it is asked for, at once. */
  get #kernel(): HostWriter {
    const at = (path: string) => join(this.root, path);
    return {
      read: (path) => readFile(at(path), "utf8"),
      async write(path, value) {
        await writeFile(at(`${path}.new`), `${value}\n`);
        await rename(at(`${path}.new`), at(path));
      },
      loadModule: async () => ({ status: 0, output: "", errors: "" }),
    };
  }

  /** The parts of a Host that change it. */
  get parts(): Pick<Host, "files" | "configuration" | "writer" | "unchangeable"> {
    const path = `${join(this.root, "test-bin")}:/usr/bin:/bin`;
    const tools = localTools({ timeLimitMs: 60_000, environment: { PATH: path } });
    return {
      files: able(folderTree(this.root)),
      writer: able(new ListedWriter(this.#kernel)),
      configuration: able(new LocalConfiguration({ root: this.root, tools })),
      unchangeable: null,
    };
  }
}
