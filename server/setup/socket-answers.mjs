import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Whether somebody listens on a Unix socket and lets us in.
 * @param {string} path
 * @returns {Promise<"yes" | "no" | "forbidden">}
 */
export function socketAnswers(path) {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve("yes");
    });
    socket.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve(error.code === "EACCES" || error.code === "EPERM" ? "forbidden" : "no"),
    );
  });
}

/**
 * Waits until one of several sockets answers.
 * @param {readonly string[]} paths
 * @param {() => boolean} isHopeless asked between two attempts; true ends the wait
 * @returns {Promise<boolean>}
 */
export async function waitForSocket(paths, isHopeless) {
  while (!isHopeless()) {
    for (const path of paths) if ((await socketAnswers(path)) === "yes") return true;
    await sleep(20);
  }
  return false;
}
