import { AppError, type AppErrorCode } from "../errors";
import { ConnectionError, LibvirtError } from "../libvirt/errors";
import { errorNumber } from "../libvirt/protocol/constants.gen";
import { explainTrouble } from "./trouble/explain-trouble";
import { type TroubleLookup, unknownHost } from "./trouble/trouble";

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
  [errorNumber.NO_NODE_DEVICE]: "not-found",
  [errorNumber.ARGUMENT_UNSUPPORTED]: "not-supported",
  [errorNumber.RESOURCE_BUSY]: "conflict",
  [errorNumber.ACCESS_DENIED]: "forbidden",
};

/** Numbers that stand for many things: only the text tells what went wrong with a device, a disk or the CPU. */
const toldByText: ReadonlySet<number> = new Set([
  errorNumber.INTERNAL_ERROR,
  errorNumber.INVALID_ARG,
  errorNumber.XML_ERROR,
  errorNumber.DEVICE_MISSING,
  errorNumber.OPERATION_FAILED,
  errorNumber.SYSTEM_ERROR,
  errorNumber.NO_NODE_DEVICE,
  errorNumber.OPERATION_INVALID,
  errorNumber.CONFIG_UNSUPPORTED,
  errorNumber.OPERATION_TIMEOUT,
  errorNumber.ARGUMENT_UNSUPPORTED,
  errorNumber.CPU_INCOMPATIBLE,
  errorNumber.RESOURCE_BUSY,
]);

/**
 * The boundary at which libvirt's errors become ours. The number decides on the code; the text is looked at only where
 * the number leaves open what went wrong, and stays in the log. What is not known is told in libvirt's own words.
 *
 * @param subject what it was about, as the start of a sentence: "VM web-1".
 * @param lookup names devices in the words.
 */
export function appErrorOf(error: unknown, subject: string, lookup: TroubleLookup = unknownHost): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof LibvirtError) {
    const code = codes[error.code] ?? "host-refused";
    const trouble = troubleOf(error, lookup);
    const words = trouble ? `${trouble.message} ${trouble.fix}` : `libvirt says “${error.message}”.`;
    return new AppError(code, {
      userMessage: `${subject}: ${words}`,
      message: `${subject}: ${error.message}`,
      cause: error,
    });
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

/** What libvirt, or the way to it, said where nobody knows of which VM; anything else as it is. */
export function withoutSubject(error: unknown): unknown {
  if (!(error instanceof ConnectionError || error instanceof LibvirtError)) return error;
  return appErrorOf(error, "The host could not be asked");
}

/** As `appErrorOf`; the host is asked for its devices only where they are spoken of. */
export async function appErrorOnHost(
  error: unknown,
  subject: string,
  lookUp: () => Promise<TroubleLookup>,
): Promise<AppError> {
  const isTrouble = error instanceof LibvirtError && troubleOf(error, unknownHost) !== null;
  // Without names the words still say what happened.
  return appErrorOf(error, subject, isTrouble ? await lookUp().catch(() => unknownHost) : unknownHost);
}

function troubleOf(error: LibvirtError, lookup: TroubleLookup) {
  return toldByText.has(error.code) ? explainTrouble(error.message, lookup) : null;
}
