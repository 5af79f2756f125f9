import type { HostFiles } from "../host-files";
import { type Finding, unknown } from "./host-check";

/** What to answer where a file that tells has no text. @param files Was asked for its text and its being there. */
export function notRead(files: HostFiles, path: string): Finding {
  return unknown(
    files.has(path)
      ? `Not looked at: /${path} may not be read by Passdeck's user.`
      : `Not looked at: there is no /${path}.`,
  );
}
