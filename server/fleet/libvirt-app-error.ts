import { AppError, type AppErrorCode } from "../errors";
import { ConnectionError, LibvirtError } from "../libvirt/errors";
import { errorNumber } from "../libvirt/protocol/constants.gen";

/** virErrorNumber → ours (https://libvirt.org/html/libvirt-virterror.html#virErrorNumber). */
const codes: Readonly<Record<number, AppErrorCode>> = {
  [errorNumber.NO_SUPPORT]: "not-supported",
  [errorNumber.INVALID_ARG]: "bad-input",
  [errorNumber.XML_ERROR]: "bad-input",
  [errorNumber.OPERATION_DENIED]: "forbidden",
  [errorNumber.NO_DOMAIN]: "not-found",
  [errorNumber.NO_NETWORK]: "not-found",
  [errorNumber.NO_STORAGE_POOL]: "not-found",
  [errorNumber.NO_STORAGE_VOL]: "not-found",
  [errorNumber.OPERATION_INVALID]: "conflict",
  [errorNumber.CONFIG_UNSUPPORTED]: "not-supported",
  [errorNumber.OPERATION_TIMEOUT]: "timed-out",
  [errorNumber.OPERATION_UNSUPPORTED]: "not-supported",
  [errorNumber.AGENT_UNRESPONSIVE]: "timed-out",
  [errorNumber.RESOURCE_BUSY]: "conflict",
  [errorNumber.ACCESS_DENIED]: "forbidden",
};

/**
 * The boundary at which libvirt's errors become ours: the number decides, never the text; an unknown number is
 * "host-refused" with libvirt's own words.
 *
 * @param subject what it was about, as the start of a sentence: "VM web-1".
 */
export function appErrorOf(error: unknown, subject: string): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof LibvirtError) {
    const code = codes[error.code] ?? "host-refused";
    return new AppError(code, { userMessage: `${subject}: libvirt says “${error.message}”.`, cause: error });
  }
  if (error instanceof ConnectionError) {
    const timedOut = error.kind === "timeout";
    return new AppError(timedOut ? "timed-out" : "host-unreachable", {
      userMessage: timedOut
        ? `${subject}: libvirt did not answer in time. The VM's QEMU may hang; look at its log on the host.`
        : `${subject}: the connection to libvirt broke meanwhile. See whether it was done once the host is back.`,
      cause: error,
    });
  }
  return new AppError("internal", {
    userMessage: `${subject}: something went wrong in Passdeck.`,
    cause: error,
  });
}
