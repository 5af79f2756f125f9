import type { Duplex } from "node:stream";
import { AppError } from "../../errors";
import { errorCode } from "../../host/file-errors";
import type { HostSockets, SocketPlace } from "../../host/sockets";
import type { VncAddress } from "./vnc-address";
import { signInToVnc } from "./vnc-login";

/**
 * Connects to a VM's VNC server on its host and signs in, within `milliseconds`. AppErrors say what is wrong with whose
 * screen.
 */
export async function connectToVnc(
  sockets: HostSockets,
  { at, password }: VncAddress,
  vmName: string,
  milliseconds: number,
): Promise<Duplex> {
  const limit = AbortSignal.timeout(milliseconds);
  let stream: Duplex | null = null;
  const giveUp = () => stream?.destroy(limit.reason);
  try {
    stream = await sockets.connect(at, limit);
    limit.addEventListener("abort", giveUp);
    // Until here an error had somebody to tell; from now on "close" tells it.
    stream.on("error", () => undefined);
    await signInToVnc(stream, vmName, password);
    return stream;
  } catch (error) {
    stream?.destroy();
    if (error instanceof AppError) throw error;
    throw limit.aborted ? tooSlow(error, vmName) : unreachable(error, at, vmName);
  } finally {
    limit.removeEventListener("abort", giveUp);
  }
}

function tooSlow(cause: unknown, vmName: string): AppError {
  const userMessage = `${vmName}’s screen did not answer in time. Its QEMU may hang; look at its log on the host.`;
  return new AppError("timed-out", { userMessage, cause });
}

function unreachable(cause: unknown, at: SocketPlace, vmName: string): AppError {
  const place = "path" in at ? at.path : `${at.host}:${at.port}`;
  const code = errorCode(cause);
  const userMessage =
    code === "EACCES" || code === "EPERM"
      ? `Passdeck may not open ${vmName}’s screen at ${place}. Run it as root or as the user that runs the host’s VMs.`
      : `${vmName}’s screen cannot be reached at ${place}. If libvirt runs in a container or on another machine, run Passdeck there.`;
  return new AppError("host-unreachable", { userMessage, cause });
}
