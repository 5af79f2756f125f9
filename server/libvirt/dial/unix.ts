import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { ConnectionError, type ConnectionErrorKind } from "../errors";
import type { Dialer } from "./dialer";

/** Reaches the daemon that listens on the socket at `path`. */
export function unixDialer(path: string): Dialer {
  return { description: path, dial: (signal) => dialUnix(path, signal) };
}

/** Tries several sockets in order and takes the first that is there: libvirtd's, then a modular daemon's. */
export function firstSocketDialer(paths: readonly string[]): Dialer {
  return {
    description: paths.join(" or "),
    async dial(signal) {
      let failure = new ConnectionError("not-found", "no socket was given");
      for (const path of paths) {
        try {
          return await dialUnix(path, signal);
        } catch (error) {
          if (!(error instanceof ConnectionError)) throw error;
          failure = moreTelling(failure, error);
          if (error.kind === "aborted") break;
        }
      }
      throw failure;
    },
  };
}

/** A socket that is there and refuses says more than one that is missing. */
function moreTelling(before: ConnectionError, now: ConnectionError): ConnectionError {
  return now.kind === "not-found" && before.kind !== "not-found" ? before : now;
}

function dialUnix(path: string, signal: AbortSignal | undefined): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(aborted(path));
    const socket = connect(path);
    const giveUp = () => socket.destroy(aborted(path));
    const failed = (error: NodeJS.ErrnoException) => {
      signal?.removeEventListener("abort", giveUp);
      reject(error instanceof ConnectionError ? error : dialError(path, error));
    };
    signal?.addEventListener("abort", giveUp, { once: true });
    socket.once("error", failed);
    socket.once("connect", () => {
      signal?.removeEventListener("abort", giveUp);
      socket.off("error", failed);
      resolve(socket);
    });
  });
}

function aborted(path: string): ConnectionError {
  return new ConnectionError("aborted", `connecting to ${path} was given up`);
}

const kinds: Readonly<Record<string, readonly [ConnectionErrorKind, string]>> = {
  ENOENT: ["not-found", "there is no such socket"],
  ENOTDIR: ["not-found", "there is no such socket"],
  ECONNREFUSED: ["refused", "nobody answers on it"],
  EACCES: ["permission", "this user may not use it"],
  EPERM: ["permission", "this user may not use it"],
};

function dialError(path: string, error: NodeJS.ErrnoException): ConnectionError {
  const [kind, what] = kinds[error.code ?? ""] ?? ["refused", error.message];
  return new ConnectionError(kind, `${path}: ${what}`, { cause: error });
}
