import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { AppError } from "../../errors";
import type { VncAddress } from "./vnc-address";
import { signInToVnc } from "./vnc-login";

/** Connects to a VM's VNC server and signs in, within `milliseconds`. AppErrors say what is wrong with whose screen. */
export async function connectToVnc(
  { at, password }: VncAddress,
  vmName: string,
  milliseconds: number,
): Promise<Socket> {
  const socket = connect("path" in at ? { path: at.path } : { host: at.host, port: at.port });
  const tooSlow = setTimeout(() => socket.destroy(new TooSlow()), milliseconds);
  socket.setNoDelay(true);
  try {
    await once(socket, "connect");
    // Until here an error had somebody to tell; from now on "close" tells it.
    socket.on("error", () => undefined);
    await signInToVnc(socket, vmName, password);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error instanceof AppError ? error : unreachable(socket.errored ?? error, at, vmName);
  } finally {
    clearTimeout(tooSlow);
  }
}

class TooSlow extends Error {}

function unreachable(cause: unknown, at: VncAddress["at"], vmName: string): AppError {
  const place = "path" in at ? at.path : `${at.host}:${at.port}`;
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  if (cause instanceof TooSlow) {
    const userMessage = `${vmName}’s screen did not answer in time. Its QEMU may hang; look at its log on the host.`;
    return new AppError("timed-out", { userMessage, cause });
  }
  const userMessage =
    code === "EACCES" || code === "EPERM"
      ? `Passdeck may not open ${vmName}’s screen at ${place}. Run it as root or as the user that runs the host’s VMs.`
      : `${vmName}’s screen cannot be reached at ${place}. If libvirt runs in a container or on another machine, run Passdeck there.`;
  return new AppError("host-unreachable", { userMessage, cause });
}
