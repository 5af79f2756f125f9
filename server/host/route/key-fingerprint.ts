import { createHash } from "node:crypto";
import type { HostKey } from "./host-key.schema";

/** A key as people compare it: "SHA256:" and base64 without padding, as ssh-keygen -lf prints it. */
export function fingerprintOf({ key }: Pick<HostKey, "key">): string {
  const digest = createHash("sha256").update(Buffer.from(key, "base64")).digest("base64");
  return `SHA256:${digest.replace(/=+$/, "")}`;
}
