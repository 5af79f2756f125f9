import { createHash } from "node:crypto";

/** Stands for a definition as a user saw it: a change made on the ground of another one is refused. */
export function fingerprintOf(xml: string): string {
  return createHash("sha256").update(xml).digest("hex");
}
