import { execFile, spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Downloads a package and unpacks some of it into `into`, without installing anything.
 * `members`: what to unpack, as tar's patterns ("./boot/vmlinuz-*").
 */
export async function unpackDebianPackage(name: string, members: string[], into: string): Promise<void> {
  const folder = await mkdtemp(join(into, "download-"));
  try {
    await run("apt-get", ["download", "-qq", "-o", "APT::Sandbox::User=root", name], { cwd: folder });
    const [file] = await readdir(folder);
    if (file === undefined) throw new Error(`apt-get download ${name} left no file`);
    await unpack(join(folder, file), members, into);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function unpack(file: string, members: string[], into: string): Promise<void> {
  const reader = spawn("dpkg-deb", ["--fsys-tarfile", file], { stdio: ["ignore", "pipe", "inherit"] });
  const writer = spawn("tar", ["-x", "-C", into, "--wildcards", ...members], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  reader.stdout.pipe(writer.stdin);
  const status = await new Promise<number | null>((resolve, reject) => {
    reader.once("error", reject);
    writer.once("error", reject);
    writer.once("close", resolve);
  });
  if (status !== 0)
    throw new Error(`tar could not unpack ${members.join(", ")} of ${file} (status ${status})`);
}

/** The package that a meta package stands for: linux-image-amd64 → linux-image-6.1.0-56-amd64. */
export async function firstDependency(metaPackage: string): Promise<string> {
  const { stdout } = await run("apt-cache", ["depends", "--important", metaPackage], {
    env: { ...process.env, LC_ALL: "C" },
  });
  const name = /Depends: (\S+)/.exec(stdout)?.[1];
  if (name === undefined) throw new Error(`${metaPackage} depends on nothing; run apt-get update first`);
  return name;
}

/** Package lists as fresh as the archive: an old list names files that are gone. Only root may do it. */
export async function updatePackageLists(): Promise<void> {
  if (process.getuid?.() === 0) await run("apt-get", ["update", "-qq"]);
}
