import { createHash } from "node:crypto";
import { connect, createServer } from "node:net";
import { projectRoot } from "./project.mjs";

/**
 * An abstract socket's name is free again as soon as its holder is gone, however that came about: no stale lock
 * file can be left behind. (unix(7), "Abstract sockets"; Node 20 takes the leading NUL.)
 */
const name = `\0passdeck-setup-${createHash("sha256").update(projectRoot).digest("hex").slice(0, 32)}`;

/**
 * Lets one process at a time change this checkout's node_modules and build. Others wait for it.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetupLock(work) {
  let release = await tryToHold();
  if (release === null) console.log("… Another start is setting up this folder; waiting for it");
  while (release === null) {
    await holderGone();
    release = await tryToHold();
  }
  try {
    return await work();
  } finally {
    release();
  }
}

/** @returns {Promise<(() => void) | null>} what frees the lock; null while somebody else has it */
function tryToHold() {
  return new Promise((resolve, reject) => {
    /** @type {Set<import("node:net").Socket>} */
    const waiting = new Set();
    const server = createServer((socket) => {
      waiting.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => waiting.delete(socket));
    });
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE") resolve(null);
      else reject(error);
    });
    server.listen(name, () =>
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      }),
    );
  });
}

/** @returns {Promise<void>} when the holder has let go, or none was there any more */
function holderGone() {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.on("error", () => undefined);
    socket.once("close", () => resolve());
    socket.resume();
  });
}
