import { AppError, type AppErrorCode } from "../errors";
import { ConnectionError, LibvirtError } from "../libvirt/errors";

/** virErrorNumber → ours (https://libvirt.org/html/libvirt-virterror.html#virErrorNumber). */
const codes: Readonly<Record<number, AppErrorCode>> = {
  3: "not-supported", // NO_SUPPORT
  8: "bad-input", // INVALID_ARG
  27: "bad-input", // XML_ERROR
  29: "forbidden", // OPERATION_DENIED
  42: "not-found", // NO_DOMAIN
  43: "not-found", // NO_NETWORK
  49: "not-found", // NO_STORAGE_POOL
  50: "not-found", // NO_STORAGE_VOL
  55: "conflict", // OPERATION_INVALID
  67: "not-supported", // CONFIG_UNSUPPORTED
  68: "timed-out", // OPERATION_TIMEOUT
  84: "not-supported", // OPERATION_UNSUPPORTED
  86: "timed-out", // AGENT_UNRESPONSIVE
  87: "conflict", // RESOURCE_BUSY
  88: "forbidden", // ACCESS_DENIED
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
