import { spawn } from "node:child_process";
import { once } from "node:events";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../errors";

/** What xz may take of memory; its strongest usual presets need 65 MiB. */
const memoryLimit = "--memlimit-decompress=512MiB";

/**
 * Unpacks an .xz file by the program xz of the machine that Passdeck runs on, as the bytes come.
 * @param name The file, for people.
 * @throws AppError "bad-input" where it is none, "conflict" where xz is not installed; what `source` throws.
 */
export async function* unxz(source: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const child = spawn("xz", ["--decompress", "--stdout", memoryLimit], { stdio: ["pipe", "pipe", "pipe"] });
  const started = once(child, "spawn").then(
    () => null,
    (error: NodeJS.ErrnoException) => error,
  );
  const ended = once(child, "close").then(
    ([code]) => code as number | null,
    () => null,
  );
  try {
    const failure = await started;
    if (failure !== null) throw notStarted(name, failure);
    const complaints = textOf(child.stderr);
    // Where xz gives up, its end of the pipe is gone before the source has ended: that is told by its exit code.
    const fed = pipeline(source, child.stdin).then(
      () => null,
      (error: NodeJS.ErrnoException) => (error.code === "EPIPE" ? null : error),
    );
    for await (const piece of child.stdout) yield piece;
    const broken = await fed;
    if (broken !== null) throw broken;
    if ((await ended) !== 0) throw notUnpacked(name, await complaints);
  } finally {
    child.kill();
  }
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8").trim();
}

function notStarted(name: string, cause: NodeJS.ErrnoException): AppError {
  const why =
    cause.code === "ENOENT" ? "the program xz is not installed" : `xz did not start (${cause.message})`;
  return new AppError("conflict", {
    userMessage: `${name} can’t be unpacked: ${why} on the machine that Passdeck runs on. Install xz (Debian and Ubuntu: xz-utils).`,
    cause,
  });
}

function notUnpacked(name: string, complaints: string): AppError {
  return new AppError("bad-input", {
    userMessage: `${name} was not kept: xz can’t unpack it. It may have been damaged in transit; try again.`,
    message: `xz: ${complaints}`,
  });
}
