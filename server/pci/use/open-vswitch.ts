import * as z from "zod";

/** Where ovsdb-server keeps its database; the second on systems without a writable /etc. */
export const openVswitchFiles = ["etc/openvswitch/conf.db", "var/lib/openvswitch/conf.db"] as const;

/** The interfaces that stand for a datapath, the kernel's and the one in user space. */
export const datapaths = ["ovs-system", "ovs-netdev"] as const;

const atom = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.tuple([z.enum(["uuid", "named-uuid"]), z.string()]),
]);
const value = z.union([
  atom,
  z.tuple([z.literal("set"), z.array(atom)]),
  z.tuple([z.literal("map"), z.array(z.tuple([atom, atom]))]),
]);
const rows = z.record(z.string(), z.union([z.null(), z.record(z.string(), value)]));
const transaction = z.object({
  _is_diff: z.boolean().optional(),
  Bridge: rows.optional(),
  Port: rows.optional(),
  Interface: rows.optional(),
});

type Value = z.infer<typeof value>;
type Row = Map<string, string[]>;
type Table = Map<string, Row>;

const tables = ["Bridge", "Port", "Interface"] as const;
/** Columns that are read; all but "peer", which is in a map, are sets of names or of rows. */
const setColumns = ["name", "type", "ports", "interfaces"] as const;

/**
 * The ports of each Open vSwitch bridge by the bridge's name, as interfaces of the host; bridges that patch ports
 * join share theirs. Null of what is no such database.
 * @param database The file's text: a log of transactions, each a line of JSON after a line about it (ovsdb(5), "File
 *   Formats"). A row of null is one that was deleted; in a transaction with `_is_diff`, sets are what changed of them.
 */
export function openVswitchPorts(database: string): Map<string, string[]> | null {
  const found = readTables(database);
  if (found.Bridge.size === 0) return null;
  const names = (row: Row | undefined, column: string) => row?.get(column) ?? [];
  const bridges = [...found.Bridge.values()].map((bridge) => {
    const interfaces = names(bridge, "ports")
      .flatMap((port) => names(found.Port.get(port), "interfaces"))
      .flatMap((id) => found.Interface.get(id) ?? []);
    return { name: names(bridge, "name")[0] ?? "", interfaces };
  });
  return new Map(bridges.map((bridge) => [bridge.name, portsFrom(bridge, bridges)]));
}

interface Bridge {
  name: string;
  interfaces: readonly Row[];
}

/** The bridge's own ports and, through patch ports, those of its neighbours. */
function portsFrom(first: Bridge, all: readonly Bridge[]): string[] {
  const reached = new Set([first]);
  for (const bridge of reached) {
    const peers = new Set(bridge.interfaces.flatMap((port) => port.get("peer") ?? []));
    const isJoined = ({ interfaces }: Bridge) =>
      interfaces.some((port) => peers.has(port.get("name")?.[0] ?? ""));
    for (const neighbour of all.filter(isJoined)) reached.add(neighbour);
  }
  const ports = [...reached].flatMap(({ interfaces }) =>
    interfaces.flatMap((port) => port.get("name") ?? []),
  );
  return [...new Set(ports)].filter((name) => name !== first.name);
}

function readTables(database: string): Record<(typeof tables)[number], Table> {
  const found = { Bridge: new Map(), Port: new Map(), Interface: new Map() };
  for (const line of database.split("\n")) {
    if (!line.startsWith("{")) continue;
    const parsed = transaction.safeParse(jsonOf(line));
    if (!parsed.success) continue;
    for (const name of tables) {
      for (const [id, row] of Object.entries(parsed.data[name] ?? {}))
        change(found[name], id, row, parsed.data._is_diff === true);
    }
  }
  return found;
}

function change(
  table: Table,
  id: string,
  row: Readonly<Record<string, Value>> | null,
  isDifference: boolean,
): void {
  if (row === null) {
    table.delete(id);
    return;
  }
  const known: Row = table.get(id) ?? new Map();
  for (const column of setColumns) {
    const changed = row[column];
    if (changed === undefined) continue;
    const now = atomsOf(changed);
    const isSet = column === "ports" || column === "interfaces";
    known.set(column, isDifference && isSet ? difference(known.get(column) ?? [], now) : now);
  }
  const peer = row.options === undefined ? null : peerOf(row.options);
  if (peer !== null) known.set("peer", [peer]);
  table.set(id, known);
}

/** What is in one of both. */
function difference(left: readonly string[], right: readonly string[]): string[] {
  return [...left.filter((one) => !right.includes(one)), ...right.filter((one) => !left.includes(one))];
}

function atomsOf(from: Value): string[] {
  if (!Array.isArray(from)) return [String(from)];
  const [kind, rest] = from;
  if (kind === "set") return rest.flatMap((one) => atomsOf(one));
  return kind === "map" ? [] : [rest];
}

function peerOf(options: Value): string | null {
  if (!Array.isArray(options) || options[0] !== "map") return null;
  const peer = options[1].find(([key]) => key === "peer")?.[1];
  return typeof peer === "string" ? peer : null;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
