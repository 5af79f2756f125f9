import { vi } from "vitest";

/*
 * Before each file of tests (vitest's `setupFiles`). By themselves `vi.waitFor` and `vi.waitUntil` give up after one
 * second, which is nothing on a machine with other work to do. What is waited for comes, or the test has failed.
 */
const timeout = 50_000;

const marker = Symbol.for("passdeck.patient-waits");

// Files that share their modules share these as well.
if (!Object.hasOwn(vi, marker)) {
  Object.defineProperty(vi, marker, { value: true });
  const { waitFor, waitUntil } = vi;
  vi.waitFor = (callback, options) => waitFor(callback, patient(options));
  vi.waitUntil = (callback, options) => waitUntil(callback, patient(options));
}

/**
 * @param {number | { timeout?: number, interval?: number }} [options]
 * @returns {number | { timeout?: number, interval?: number }}
 */
function patient(options = {}) {
  return typeof options === "number" ? options : { timeout, ...options };
}
