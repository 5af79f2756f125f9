import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const libvirtdSettings = ['auth_unix_rw = "none"', 'auth_unix_ro = "none"', "max_clients = 200"];

/** Guests as root without cgroups, security labels or namespaces of their own: none of it works in a container. */
const qemuSettings = [
  'user = "root"',
  'group = "root"',
  "dynamic_ownership = 0",
  "remember_owner = 0",
  'security_driver = "none"',
  "cgroup_controllers = []",
  "namespaces = []",
  'stdio_handler = "file"',
];

export interface ExtraSettings {
  /** Lines for libvirtd.conf, such as `keepalive_interval = 1`. */
  libvirtd?: readonly string[];
  /** Lines for qemu.conf. */
  qemu?: readonly string[];
}

/** Lays out in `folder` what stands in for libvirt's own folders. */
export async function layOutFolder(folder: string, extra: ExtraSettings): Promise<void> {
  const folders = [
    "etc/qemu/networks",
    "lib/images",
    "lib/boot",
    "lib/qemu",
    "cache/qemu",
    "log/qemu",
    "run",
  ];
  for (const path of folders) await mkdir(join(folder, path), { recursive: true });
  await writeSettings(join(folder, "etc/libvirtd.conf"), [...libvirtdSettings, ...(extra.libvirtd ?? [])]);
  await writeSettings(join(folder, "etc/qemu.conf"), [...qemuSettings, ...(extra.qemu ?? [])]);
  await copyFile(
    "/usr/share/libvirt/networks/default.xml",
    join(folder, "etc/qemu/networks/default.xml"),
  ).catch(
    // Without the package that holds it there is no default network, which few tests need.
    () => undefined,
  );
}

async function writeSettings(path: string, lines: readonly string[]): Promise<void> {
  await writeFile(path, `${lines.join("\n")}\n`);
}
