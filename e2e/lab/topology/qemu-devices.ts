import type { IommuKind, LabDisk, LabMachine, RootBusEntry } from "./emulated-machine";
import { modelFor } from "./model-name";
import { bridgeName, type PlacedFunction, placeFunctions, portName, rootBusEntries } from "./placement";

/** What a machine's devices are connected to on the outer machine. */
export interface OuterParts {
  /** Image files, raw. They stay as they are: what the host writes is thrown away, unless `keepRoot`. */
  disks: Readonly<Record<LabDisk, string>>;
  /** ROM files by a GPU's ID. */
  roms: Readonly<Record<string, string>>;
  /** This port of the outer machine's loopback leads to the same port of the host. */
  webPort: number;
  /** Whether the root disk keeps what is written. */
  keepRoot: boolean;
  /** Whether the firmware boots from the root disk. */
  bootsFromRoot: boolean;
}

const iommuArguments: Readonly<Record<IommuKind, readonly string[]>> = {
  // caching-mode lets the IOMMU follow what vfio maps (QEMU, docs on intel-iommu).
  intel: ["-device", "intel-iommu,intremap=on,caching-mode=on,aw-bits=48"],
  amd: ["-device", "amd-iommu,intremap=on"],
  none: [],
};

/** QEMU's arguments for a machine's IOMMU, ports, bridges and cards. */
export function deviceArguments(machine: LabMachine, outer: OuterParts): string[] {
  return [
    ...iommuArguments[machine.iommu],
    "-audiodev",
    "none,id=silence",
    ...rootBusEntries(machine).flatMap(({ entry }, index) => portArguments(entry, index + 1)),
    ...placeFunctions(machine).flatMap((placed) => functionArguments(placed, outer)),
  ];
}

function portArguments(entry: RootBusEntry, number: number): string[] {
  if (entry.kind === "integrated") return [];
  const port = portName(entry.at);
  const withoutAccessControl = entry.kind === "root port" && !entry.accessControl ? ",disable-acs=on" : "";
  const place = `bus=pcie.0,addr=${entry.at},multifunction=on,chassis=${number},slot=${number}`;
  const portArgument = ["-device", `pcie-root-port,id=${port},${place}${withoutAccessControl}`];
  if (entry.kind === "root port") return portArgument;
  return [...portArgument, "-device", `pcie-pci-bridge,id=${bridgeName(entry.at)},bus=${port}`];
}

function functionArguments(placed: PlacedFunction, outer: OuterParts): string[] {
  const id = `device-${placed.address.replaceAll(/[:.]/g, "-")}`;
  const before = backendArguments(placed, id, outer);
  const properties = [
    modelFor(placed.function),
    `id=${id}`,
    `bus=${placed.bus}`,
    `addr=${placed.at}`,
    ...(placed.multifunction ? ["multifunction=on"] : []),
    ...Object.entries(placed.function.properties ?? {}).map(([name, value]) => `${name}=${value}`),
    ...before.properties,
    ...romProperties(placed, outer),
  ];
  // A sound card without anything to play on has no driver's interest.
  const sink =
    placed.function.model === "intel-hda" ? ["-device", `hda-output,bus=${id}.0,audiodev=silence`] : [];
  return [...before.arguments, "-device", properties.join(","), ...sink];
}

function romProperties({ function: { rom, identity } }: PlacedFunction, { roms }: OuterParts): string[] {
  if (rom === undefined) return [];
  const file = roms[identity?.id ?? ""];
  if (file === undefined) throw new Error(`no ROM was made for the ${identity?.id}`);
  return [`romfile=${file}`];
}

function backendArguments(
  { function: { disk, model, link } }: PlacedFunction,
  id: string,
  outer: OuterParts,
) {
  if (disk !== undefined) {
    const keep = disk === "root" && outer.keepRoot ? "off" : "on";
    const drive = `file=${outer.disks[disk]},if=none,id=${id}-drive,format=raw,snapshot=${keep},cache=unsafe`;
    const boots = disk === "root" && outer.bootsFromRoot ? ["bootindex=0"] : [];
    return { arguments: ["-drive", drive], properties: [`drive=${id}-drive`, ...boots] };
  }
  if (model !== "e1000e" && model !== "e1000") return { arguments: [], properties: [] };
  // Who asks by DHCP gets another address than the one that the browser knows.
  const network = `user,id=${id}-network,restrict=on,dhcpstart=10.0.2.100`;
  const forwarding =
    link === "management" ? `,hostfwd=tcp:127.0.0.1:${outer.webPort}-10.0.2.15:${outer.webPort}` : "";
  // No boot from the network: its ROM only costs the firmware time.
  return { arguments: ["-netdev", network + forwarding], properties: [`netdev=${id}-network`, "romfile="] };
}
