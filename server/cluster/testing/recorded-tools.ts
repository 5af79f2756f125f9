import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { HostTools, ToolResult } from "../../host/tools";

/**
 * What a cluster of three hosts, pacemaker 2.1.5 and corosync 3.1.7, was recorded in. "failed": QEMU was killed, and the file of a
 * second VM is missing; a node is in standby. "unclean": a node's power was cut a moment ago. "fenced": some seconds later.
 */
export type RecordedState =
  | "healthy"
  | "failed"
  | "unclean"
  | "fenced"
  | "fencing-off"
  | "no-quorum"
  | "stopped";

const files: Readonly<Record<string, string>> = {
  crm_mon: "crm_mon.xml",
  cibadmin: "cibadmin.xml",
  "corosync-quorumtool": "corosync-quorumtool.txt",
  stonith_admin: "stonith_admin.xml",
  crm_node: "crm_node.txt",
};

/** Their exit statuses where they were not 0. */
const statuses: Readonly<Record<string, number>> = {
  "stopped/crm_mon": 102,
  "no-quorum/corosync-quorumtool": 2,
};

const recorded = join(import.meta.dirname, "recorded");

/** Programs that say what they said in `state`; what was the same throughout is recorded once. @param others What some say instead. */
export function recordedTools(
  state: RecordedState,
  others: Readonly<Record<string, ToolResult>> = {},
): HostTools {
  return {
    async run(program) {
      const other = others[program];
      const file = files[program];
      if (other !== undefined) return other;
      if (file === undefined) return { status: null, output: "", errors: `spawn ${program} ENOENT` };
      const own = join(recorded, state, file);
      const output = readFileSync(existsSync(own) ? own : join(recorded, "healthy", file), "utf8");
      return { status: statuses[`${state}/${program}`] ?? 0, output, errors: "" };
    },
  };
}
