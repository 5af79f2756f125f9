/**
 * A process of its own that writes into files of the kernel's, because such a write can hang for ever. It does one
 * thing after the other, answers each with its errno, and ends when nobody is there any more.
 * Started by process-writer.ts with `{ path, value }` as messages, or `{ path, encoding }` to have the file read.
 */
import { closeSync, constants, openSync, readFileSync, writeSync } from "node:fs";

// A write under way is not to be cut off by what ends the server: whoever waits for it ends this process.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);
process.on("disconnect", () => process.exit(0));
process.on("message", answer);

/** @param {{ path: string, value?: string, encoding?: "utf8" | "base64" }} order */
function answer({ path, value, encoding }) {
  try {
    const text = value === undefined ? readFileSync(path, encoding) : write(path, value);
    process.send?.({ text });
  } catch (error) {
    process.send?.({ code: error instanceof Error && "code" in error ? error.code : "failed" });
  }
}

/**
 * The kernel takes each write as an order of its own, so there is exactly one. The file is never made.
 * @param {string} path
 * @param {string} value
 */
function write(path, value) {
  // To read as well is refused by files that can only be written to.
  const file = openSync(path, constants.O_WRONLY);
  try {
    writeSync(file, value);
  } finally {
    closeSync(file);
  }
  return "";
}
