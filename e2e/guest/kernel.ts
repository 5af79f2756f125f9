import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

// Linux's x86 boot protocol (Documentation/arch/x86/boot.rst).
const setupSectorsOffset = 0x1f1;
const payloadOffsetOffset = 0x248;
const payloadLengthOffset = 0x24c;
const xzMagic = Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]);

/** Where the kernel of an unpacked package lies, and its modules. */
export async function findKernel(folder: string): Promise<{ image: string; modules: string }> {
  const file = (await readdir(join(folder, "boot"))).find((name) => name.startsWith("vmlinuz-"));
  if (file === undefined) throw new Error(`no kernel below ${folder}/boot`);
  const release = file.slice("vmlinuz-".length);
  return { image: join(folder, "boot", file), modules: join(folder, "lib/modules", release, "kernel") };
}

/**
 * The plain ELF kernel inside a compressed boot image. QEMU starts it by the PVH entry, which saves the three
 * seconds that an emulated processor takes to unpack it.
 */
export async function uncompressedKernel(image: string): Promise<Buffer> {
  const file = await readFile(image);
  const setup = ((file[setupSectorsOffset] ?? 0) + 1) * 512;
  const start = setup + file.readUInt32LE(payloadOffsetOffset);
  const payload = file.subarray(start, start + file.readUInt32LE(payloadLengthOffset));
  if (!payload.subarray(0, xzMagic.length).equals(xzMagic))
    throw new Error(`${image} is not compressed by xz`);
  // The payload ends with four bytes of length that belong to no xz stream.
  return through("xz", ["--decompress", "--stdout", "--single-stream"], payload);
}

async function through(command: string, commandArguments: string[], input: Buffer): Promise<Buffer> {
  const child = spawn(command, commandArguments, { stdio: ["pipe", "pipe", "inherit"] });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  // It stops reading after the stream's end, before those last four bytes; its exit status tells of real trouble.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (status !== 0) throw new Error(`${command} ended with status ${status}`);
  return Buffer.concat(chunks);
}
