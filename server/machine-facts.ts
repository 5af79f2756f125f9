import { execFileSync } from "node:child_process";
import { homedir, userInfo } from "node:os";

/** What defaults depend on. */
export interface MachineFacts {
  isRoot: boolean;
  /** The user is a member of the group that may use the system's libvirtd. */
  inLibvirtGroup: boolean;
  /** The user's home folder. */
  home: string;
  /** What relative paths are relative to. */
  workingFolder: string;
}

/** What this process runs as, and where. */
export function readMachineFacts(): MachineFacts {
  const isRoot = process.getuid?.() === 0;
  return {
    isRoot,
    inLibvirtGroup: !isRoot && groupNames().includes("libvirt"),
    home: homedir(),
    workingFolder: process.cwd(),
  };
}

/** The name of the user that this process runs as; its number where it has none. */
export function processUser(): string {
  try {
    return userInfo().username;
  } catch {
    // Not every user of a container has an entry in /etc/passwd.
    return String(process.getuid?.() ?? "");
  }
}

/** Names of the groups that this process is in; none where `id` can't tell. */
function groupNames(): string[] {
  try {
    return execFileSync("id", ["-nG"], { encoding: "utf8", timeout: 5_000 }).trim().split(/\s+/);
  } catch {
    return [];
  }
}
