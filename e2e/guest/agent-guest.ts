import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withSetupLock } from "../../server/setup/lock.mjs";
import type { ElementPlan } from "../../server/xml/build-xml";
import { type CpioEntry, cpioArchive } from "./cpio";
import { unpackDebianPackage, updatePackageLists } from "./debian-package";
import { ensureGuest, type Guest } from "./guest";

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const cache = here("../../.cache/guest");

/** QEMU's guest agent and what it is linked to, by Debian's packages. */
const files: Readonly<Record<string, readonly string[]>> = {
  "qemu-guest-agent": ["qemu-ga"],
  "libglib2.0-0": ["libglib-2.0.so.0", "libgmodule-2.0.so.0"],
  "libpcre2-8-0": ["libpcre2-8.so.0"],
  libudev1: ["libudev.so.1"],
  libnuma1: ["libnuma.so.1"],
  liburing2: ["liburing.so.2"],
  libc6: ["libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2"],
};

/** Where libvirt speaks with a guest's agent. */
export const agentChannel: ElementPlan = {
  name: "channel",
  attributes: { type: "unix" },
  children: [{ name: "target", attributes: { type: "virtio", name: "org.qemu.guest_agent.0" } }],
};

/** The test guest with QEMU's real guest agent, and a program that plays nvidia-smi. */
export async function ensureAgentGuest(): Promise<Guest> {
  const guest = await ensureGuest();
  const initrd = join(cache, `agent-${await fingerprint(guest)}.img`);
  if (!(await exists(initrd))) await withSetupLock(() => build(guest, initrd));
  return { ...guest, initrd };
}

/** The kernel unpacks archives that follow one another. */
async function build(guest: Guest, initrd: string): Promise<void> {
  if (await exists(initrd)) return;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, "agent-"));
  try {
    await updatePackageLists();
    for (const [name, wanted] of Object.entries(files))
      await unpackDebianPackage(
        name,
        wanted.map((file) => `*/${file}*`),
        work,
      );
    const archive = Buffer.concat([await readFile(guest.initrd), cpioArchive(await entries(work))]);
    const whole = join(work, "initrd.img");
    await writeFile(whole, archive, { mode: 0o644 });
    await rename(whole, initrd);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function entries(work: string): Promise<CpioEntry[]> {
  const all = await readdir(work, { recursive: true });
  const program = async (path: string, from: string): Promise<CpioEntry> => ({
    path,
    mode: 0o100755,
    content: await readFile(from),
  });
  const wanted = Object.values(files).flat();
  const parts = wanted.map((name) => {
    const found = all.find((path) => basename(path) === name);
    if (found === undefined) throw new Error(`Debian’s packages have no ${name}`);
    return program(placeOf(name), join(work, found));
  });
  return [
    { path: "lib64", mode: 0o040755, content: Buffer.alloc(0) },
    ...(await Promise.all(parts)),
    await program("etc/agent", here("agent.sh")),
    await program("bin/nvidia-smi", here("nvidia-smi.sh")),
  ];
}

function placeOf(name: string): string {
  if (name === "qemu-ga") return "bin/qemu-ga";
  // Where programs say that their loader is.
  return name.startsWith("ld-linux") ? `lib64/${name}` : `lib/${name}`;
}

async function fingerprint(guest: Guest): Promise<string> {
  const hash = createHash("sha256").update(guest.initrd);
  for (const name of ["agent.sh", "nvidia-smi.sh", "agent-guest.ts"]) hash.update(await readFile(here(name)));
  return hash.digest("hex").slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
