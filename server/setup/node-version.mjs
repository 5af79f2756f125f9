import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot, SetupError } from "./project.mjs";

/** Fails where this Node is older than package.json's `engines` allows. */
export function checkNodeVersion() {
  const { engines } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  const wanted = numbers(engines.node);
  const present = numbers(process.versions.node);
  const difference =
    wanted.map((part, index) => (present[index] ?? 0) - part).find((value) => value !== 0) ?? 0;
  if (difference < 0) {
    throw new SetupError(
      `Passdeck needs Node ${wanted.join(".")} or newer; this is ${process.versions.node}.`,
    );
  }
}

/** @param {string} version @returns {number[]} */
function numbers(version) {
  return (version.match(/\d+/g) ?? []).map(Number);
}
