import type { HostTools, ToolResult } from "../host/tools";
import { attributeOf, childOf, textOf } from "../xml/xml";
import { allBelow, rootOf } from "./element-attributes";

/** How a question to one of pacemaker's or corosync's tools ended. */
export type ToolAnswer =
  | { kind: "told"; output: string }
  /** It is not installed. */
  | { kind: "absent" }
  /** It is there, and the cluster's programs that it asks are not. */
  | { kind: "stopped"; problem: string }
  /** Whoever asked may not. */
  | { kind: "forbidden"; problem: string }
  | { kind: "failed"; problem: string };

/** Exit statuses of pacemaker's tools: crm_exit_t in its include/crm/common/results.h. */
const insufficientPrivileges = 4;
const disconnected = 102;
/** As a shell says that it has found no such program. */
const notFound = 127;

/** corosync-quorumtool tells all of a part without quorum, and then ends so. */
const toldWith: Readonly<Record<string, readonly number[]>> = { "corosync-quorumtool": [0, 2] };

/** Runs one of the tools. It never throws for what the tool answers. */
export async function runTool(
  tools: HostTools,
  program: string,
  words: readonly string[],
): Promise<ToolAnswer> {
  const result = await tools.run(program, words);
  const { status, output, errors } = result;
  if (status !== null && (toldWith[program] ?? [0]).includes(status)) return { kind: "told", output };
  if (status === notFound || (status === null && errors.includes("ENOENT"))) return { kind: "absent" };
  const problem = `${program}: ${wordsOf(result)}`;
  if (status === insufficientPrivileges || /permission denied/i.test(problem))
    return { kind: "forbidden", problem };
  // Without a right to its sockets, cibadmin finds nobody to ask, either: crm_mon is the one that tells these two apart.
  return status === disconnected ? { kind: "stopped", problem } : { kind: "failed", problem };
}

/** What it said went wrong: in XML where it was asked for that, else as text. */
function wordsOf({ status, output, errors }: ToolResult): string {
  const said = output.trimStart().startsWith("<") ? errorsIn(output) : "";
  return said || errors || output.trim() || `it ended with status ${status}`;
}

function errorsIn(output: string): string {
  try {
    const root = rootOf(output);
    const errors = allBelow(root, "error").flatMap((element) => textOf(element) ?? []);
    return errors.join("; ") || (attributeOf(childOf(root, "status"), "message") ?? "");
  } catch {
    return "";
  }
}
