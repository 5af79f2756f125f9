import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

/** A kernel is a path, or bytes. */
type Content = string | Uint8Array;

/** A kernel as QEMU takes it (the kernel's "Linux/x86 Boot Protocol", 2.12), which does nothing, for ever. */
export function idleKernel(): Buffer {
  const kernel = Buffer.alloc(4096);
  kernel.writeUInt8(1, 0x1f1); // sectors of the part in real mode, behind the first
  kernel.writeUInt16LE(0xaa55, 0x1fe);
  kernel.set([0xeb, 0xfe], 0x200); // again: jmp again
  kernel.write("HdrS", 0x202, "latin1");
  kernel.writeUInt16LE(0x020c, 0x206);
  kernel.writeUInt8(1, 0x211); // the rest is loaded high
  kernel.writeUInt32LE(0x37ff_ffff, 0x22c); // where an initial RAM disk may end
  return kernel;
}

const nothing: Readonly<Record<string, Content>> = {
  "install.amd/vmlinuz": idleKernel(),
  "install.amd/initrd.gz": Buffer.alloc(1001),
};

/**
 * Writes an ISO like one of Debian's installers, by the tool that publishers use.
 * @param files What is on it: by path the content, or where that stands. Default: a kernel that does nothing.
 */
export async function installerIso(
  path: string,
  files: Readonly<Record<string, Content>> = nothing,
  label = "Debian 12.7.0 amd64 n",
): Promise<void> {
  const tree = await mkdtemp(join(tmpdir(), "installer-"));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(tree, name)), { recursive: true });
    if (typeof content === "string") await symlink(content, join(tree, name));
    else await writeFile(join(tree, name), content);
  }
  await promisify(execFile)("genisoimage", ["-quiet", "-f", "-r", "-J", "-V", label, "-o", path, tree]);
  await rm(tree, { recursive: true });
}
