import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cpioArchive } from "./cpio";
import { ensureGuest, type Guest } from "./guest";

const script = fileURLToPath(new URL("busy.sh", import.meta.url));

/**
 * The test guest with work of its own: it writes to its memory and to the first 8 MiB of /dev/vda all the while, and tells on the first
 * serial port after each round whether all is there still ("Round 3 is right", "WRONG …").
 * @param folder Where its initramfs is put.
 */
export async function busyGuest(folder: string): Promise<Guest> {
  const guest = await ensureGuest();
  const initrd = join(folder, "busy.img");
  const work = cpioArchive([{ path: "etc/agent", mode: 0o100755, content: await readFile(script) }]);
  // The kernel unpacks archives that follow one another.
  await writeFile(initrd, Buffer.concat([await readFile(guest.initrd), work]), { mode: 0o644 });
  return { ...guest, initrd };
}

/** How many rounds it has told, by what its serial port printed. */
export function roundsOf(printed: string): number {
  return Math.max(0, ...[...printed.matchAll(/^Round (\d+) is right/gm)].map(([, round]) => Number(round)));
}
