import { createReadStream } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create, extract } from "tar";
import { AppError } from "../errors";
import { errorCode } from "./file-errors";
import { type TreeEntry, writeTree } from "./tree-entries";

/** A host with 4,096 devices has fewer files, and they are tiny. */
const limits = { entries: 400_000, bytes: 256 * 1024 * 1024 };

const keptTypes = new Set(["File", "OldFile", "ContiguousFile", "Directory", "SymbolicLink"]);

/**
 * Writes a captured host as a `.tar.gz`. The same entries give the same bytes.
 * @throws AppError "bad-input" where the file can't be written.
 */
export async function packTree(entries: readonly TreeEntry[], file: string): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    await writeTree(folder, entries);
    try {
      // What it tells of a host is its owner's to show.
      await writeFile(file, "", { mode: 0o600 });
      await chmod(file, 0o600);
      await create({ gzip: { level: 9 }, file, cwd: folder, portable: true, noMtime: true }, ["."]);
    } catch (error) {
      const reason = errorCode(error) ?? "unknown error";
      throw new AppError("bad-input", { userMessage: `${file} can't be written (${reason}).`, cause: error });
    }
  });
}

/**
 * Unpacks a captured host into a folder that is there already. Only plain files, folders and links come out; the
 * tar library keeps every path inside, and what reads the folder afterwards follows no link out of it.
 * @throws AppError "bad-input" where the file is no such archive or holds far more than a host has.
 */
export async function unpackTree(file: string, folder: string): Promise<void> {
  try {
    await extractInto(folder, file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("bad-input", {
      userMessage: `${file} is no captured host: unpacking it as a .tar.gz failed.`,
      cause: error,
    });
  }
}

/**
 * Stops in the middle of an archive that goes over the limits; a filter that throws would end the process. Each file is
 * written before the next one is read, so that nothing comes after a failure.
 */
function extractInto(folder: string, file: string): Promise<void> {
  let entries = 0;
  let bytes = 0;
  const unpack = extract({
    cwd: folder,
    sync: true,
    strict: true,
    preserveOwner: false,
    filter: (path, entry) => {
      entries += 1;
      bytes += entry.size;
      const isTooMuch = entries > limits.entries || bytes > limits.bytes;
      if (isTooMuch) unpack.abort(tooLarge(file));
      return !isTooMuch && "type" in entry && keptTypes.has(entry.type) && !path.split("/").includes("..");
    },
  });
  return new Promise((resolve, reject) => {
    const source = createReadStream(file);
    const fail = (error: Error) => {
      source.destroy();
      reject(error);
    };
    source.on("error", fail).pipe(unpack);
    unpack.on("error", fail).on("close", resolve);
  });
}

/** Runs work with a folder that is gone afterwards, whatever happens. */
export async function withTemporaryFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "passdeck-host-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tooLarge(file: string): AppError {
  return new AppError("bad-input", {
    userMessage: `${file} is no captured host: it holds far more than a host's facts.`,
  });
}
