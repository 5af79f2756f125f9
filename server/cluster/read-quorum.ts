import type { ClusterQuorum } from "./cluster.schema";

/** Reads `corosync-quorumtool -s`, which has no other output than for people. @throws where the votes do not stand there. */
export function readQuorum(text: string): ClusterQuorum {
  const [expected, present, needed] = ["Expected votes", "Total votes", "Quorum"].map((label) =>
    numberAt(text, label),
  );
  if (expected === undefined || present === undefined || needed === undefined)
    throw new Error("it names no votes");
  return { expected, present, needed };
}

function numberAt(text: string, label: string): number | undefined {
  const digits = text.match(new RegExp(`^${label}:\\s+(\\d+)`, "m"))?.[1];
  return digits === undefined ? undefined : Number(digits);
}
