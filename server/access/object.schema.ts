export const objectKinds = [
  "installation",
  "host",
  "boot",
  "vm",
  "device",
  "named",
  "network",
  "pool",
  "volume",
  "job",
] as const;
export type ObjectKind = (typeof objectKinds)[number];

/** What acts are done to. A right is asked for an act and one of these. */
export type ObjectReference =
  /** This Passdeck itself: who is signed in, presets, what is asked of no host. */
  | { kind: "installation" }
  | { kind: "host"; hostId: string }
  /** How a host starts: its kernel's line, modules, initial RAM disks. */
  | { kind: "boot"; hostId: string }
  /** `vmId` is libvirt's UUID. */
  | { kind: "vm"; hostId: string; vmId: string }
  /** A PCI function of a host, "0000:01:00.0". */
  | { kind: "device"; hostId: string; address: string }
  /** A named device of a host. */
  | { kind: "named"; hostId: string; name: string }
  /** A virtual network, by libvirt's UUID. */
  | { kind: "network"; hostId: string; uuid: string }
  | { kind: "pool"; hostId: string; pool: string }
  | { kind: "volume"; hostId: string; pool: string; volume: string }
  | { kind: "job"; jobId: string };

export const installation: ObjectReference = { kind: "installation" };

/** An object's name as a key: equal for two references to the same object, whatever case UUIDs are written in. */
export function keyOf(object: ObjectReference): string {
  // Asked for every VM of a list: what needs no long way takes the short one.
  if (object.kind === "vm") return `vm/${encoded(object.hostId)}/${encoded(object.vmId.toLowerCase())}`;
  const { kind, ...parts } = object;
  const names = Object.entries(parts).map(([name, value]) =>
    encoded(name === "uuid" || name === "jobId" ? value.toLowerCase() : value),
  );
  return [kind, ...names].join("/");
}

function encoded(name: string): string {
  return /^[\w.-]*$/.test(name) ? name : encodeURIComponent(name);
}
