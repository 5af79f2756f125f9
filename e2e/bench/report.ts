/** What a figure has to reach. */
export interface Goal {
  text: string;
  met: boolean;
}

/** One figure of a benchmark: ours, and the peers' from the same run in the order of the table's columns. */
export interface Row {
  name: string;
  unit: string;
  ours: number;
  /** Null where a peer cannot do it. The ratio is to the first. */
  peers?: readonly (number | null)[];
  goal?: Goal | undefined;
}

/** `ours` must not be more than `limit`. */
export function atMost(ours: number, limit: number, unit: string): Goal {
  return { text: `≤ ${format(limit)} ${unit}`.trim(), met: ours <= limit };
}

/** `ours` must not be more than `limit` times the peer's figure. */
export function atMostOfPeer(ours: number, peer: number, limit: number): Goal {
  return { text: `≤ ${limit} × the peer's`, met: ours <= limit * peer };
}

/** `ours` must be at least `limit` times the peer's figure. */
export function atLeastOfPeer(ours: number, peer: number, limit: number): Goal {
  return { text: `≥ ${limit} × the peer's`, met: ours >= limit * peer };
}

/** Prints the rows as a table, and gives whether all goals are met. */
export function report(title: string, peers: readonly string[], rows: readonly Row[]): boolean {
  const heads = ["", "unit", "ours", ...peers, ...(peers.length > 0 ? ["ratio"] : []), "goal", ""];
  const lines = [heads, ...rows.map((row) => cells(row, peers.length))];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  console.log(`\n${title}`);
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => pad(cell, column, widths))
        .join("  ")
        .trimEnd(),
    );
  return rows.every(({ goal }) => goal?.met ?? true);
}

function cells({ name, unit, ours, peers = [], goal }: Row, peerCount: number): string[] {
  const peerCells = Array.from({ length: peerCount }, (_, index) => format(peers[index] ?? null));
  const [first] = peers;
  const ratio = peerCount === 0 ? [] : [first ? (ours / first).toFixed(2) : "–"];
  const verdict = goal === undefined ? ["", ""] : [goal.text, goal.met ? "met" : "MISSED"];
  return [name, unit, format(ours), ...peerCells, ...ratio, ...verdict];
}

function format(value: number | null): string {
  if (value === null) return "–";
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return String(Number(value.toPrecision(3)));
}

/** Names stand to the left, numbers to the right. */
function pad(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  return column < 2 || column >= widths.length - 2 ? cell.padEnd(width) : cell.padStart(width);
}
