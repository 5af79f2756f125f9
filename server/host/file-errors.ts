import { AppError } from "../errors";

/** Nothing that Passdeck reads of a host is larger; a pci.ids has 1.4 MB. In bytes. */
export const largestFile = 16 * 1024 * 1024;

/**
 * What reading gives where there is nothing to read: no such file, a folder or a plain file in the wrong place,
 * too long a name, circular links, or a device that went away or has no such attribute (sysfs says EIO, ENODEV,
 * ENXIO, EINVAL or EOPNOTSUPP then), or a process that ended between being found and being read (ESRCH, of files
 * below its /proc folder that were opened in time). readlink(2) says EINVAL of what is no link.
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
  "ESRCH",
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
  if (code !== null && isAbsence(code)) return null;
  throw asAppError(error, code, path);
}

/** Whether reading that ended with this code of the system's found nothing to read. */
export function isAbsence(code: string): boolean {
  return absent.has(code);
}

/** Whether it may not be read, by the system's code. */
export function isRefusal(code: string): boolean {
  return code === "EACCES" || code === "EPERM";
}

/** What {@link largestFile} keeps from being read. */
export function tooLarge(path: string): AppError {
  return new AppError("bad-input", {
    userMessage: `/${path} is larger than ${largestFile / 1024 / 1024} MiB, which no file that describes a host is.`,
  });
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
  if (code !== null && isRefusal(code)) {
    return new AppError("forbidden", {
      userMessage: `Passdeck may not read ${path}. Run it as root, or as a user who may.`,
      cause: error,
    });
  }
  if (code === null) return error;
  return new AppError("internal", { userMessage: `Reading ${path} failed (${code}).`, cause: error });
}
