import { AppError } from "../errors";

/**
 * What reading gives where there is nothing to read: no such file, a folder or a plain file in the wrong place,
 * too long a name, circular links, or a device that went away or has no such attribute (sysfs says EIO, ENODEV,
 * ENXIO, EINVAL or EOPNOTSUPP then). readlink(2) says EINVAL of what is no link.
 */
const absent = new Set([
  "ENOENT",
  "ENOTDIR",
  "EISDIR",
  "ENAMETOOLONG",
  "ELOOP",
  "EIO",
  "ENODEV",
  "ENXIO",
  "EINVAL",
  "EOPNOTSUPP",
  "ENOTSUP",
  "EAGAIN",
]);

/**
 * Runs a read; null where there is nothing to read.
 * @throws AppError "forbidden" where the file may not be read, "internal" where the file system fails otherwise.
 */
export function ifPresent<Value>(read: () => Value, path: string): Value | null {
  try {
    return read();
  } catch (error) {
    return nullIfAbsent(error, path);
  }
}

/** What {@link ifPresent} makes of an error that reading gave: null where there is nothing to read. */
export function nullIfAbsent(error: unknown, path: string): null {
  if (error instanceof AppError) throw error;
  const code = errorCode(error);
  if (code !== null && absent.has(code)) return null;
  throw asAppError(error, code, path);
}

/** What a look at the file system gives; null where nothing stands at its path. */
export async function ifThere<Value>(looking: Promise<Value>): Promise<Value | null> {
  try {
    return await looking;
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return null;
    throw error;
  }
}

/** The system's code of an error ("ENOENT"), or null where it is none of the system's. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

function asAppError(error: unknown, code: string | null, path: string): unknown {
  if (code === "EACCES" || code === "EPERM") {
    return new AppError("forbidden", {
      userMessage: `Passdeck may not read ${path}. Run it as root, or as a user who may.`,
      cause: error,
    });
  }
  if (code === null) return error;
  return new AppError("internal", { userMessage: `Reading ${path} failed (${code}).`, cause: error });
}
