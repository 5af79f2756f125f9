import type { HostFiles, ReadBatch } from "../../host/host-files";
import type { RawDevice } from "../raw-device";
import { drmFolder, frameBuffersOf, graphicsFolder } from "./display-uses";
import type { Owners } from "./owners";

export const nvidiaFolder = "proc/driver/nvidia/gpus";

/** What {@link nodesOf} needs read, once the names in {@link nvidiaFolder} are known. */
export function nodeBatch(first: HostFiles): Required<Pick<ReadBatch, "texts">> {
  return { texts: first.names(nvidiaFolder).map(nvidiaFile) };
}

/** Device nodes of graphics cards and VFIO groups, as paths below the root, each with its PCI devices. */
export function nodesOf(
  first: HostFiles,
  second: HostFiles,
  devices: readonly RawDevice[],
  owners: Owners,
): Map<string, readonly string[]> {
  const cards = first.names(drmFolder).filter((name) => /^(card|renderD)\d+$/.test(name));
  const nvidia = first.names(nvidiaFolder).flatMap((address): [string, string[]][] => {
    const minor = minorOf(second.text(nvidiaFile(address)));
    return minor === null ? [] : [[`dev/nvidia${minor}`, owners.of(address)]];
  });
  const nodes: [string, readonly string[]][] = [
    ...cards.map((name): [string, string[]] => [
      `dev/dri/${name}`,
      owners.of(second.link(`${drmFolder}/${name}`)),
    ]),
    ...frameBuffersOf(first).map((name): [string, string[]] => [
      `dev/${name}`,
      owners.of(second.link(`${graphicsFolder}/${name}`)),
    ]),
    ...nvidia,
    ...groupNodes(devices),
  ];
  return new Map(nodes.filter(([, addresses]) => addresses.length > 0));
}

/** Only what vfio-pci holds is opened through the group's node; bridges and drivers' devices in it are not. */
function groupNodes(devices: readonly RawDevice[]): [string, string[]][] {
  const byGroup = new Map<string, string[]>();
  for (const { address, driver, iommuGroup } of devices) {
    if (driver !== "vfio-pci" || iommuGroup === null) continue;
    const node = `dev/vfio/${iommuGroup}`;
    byGroup.set(node, [...(byGroup.get(node) ?? []), address]);
  }
  return [...byGroup];
}

/** The number of "Device Minor: \t 0", by which NVIDIA's driver names its nodes. */
export function minorOf(information: string | null): string | null {
  return /^Device Minor:\s*(\d{1,4})\s*$/m.exec(information ?? "")?.[1] ?? null;
}

export function nvidiaFile(address: string): string {
  return `${nvidiaFolder}/${address}/information`;
}
