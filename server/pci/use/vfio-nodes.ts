import type { HostFiles, ReadBatch } from "../../host/host-files";
import { groupsFolder } from "../iommu-facts";
import { devicesFolder, type RawDevice } from "../raw-device";
import { isOnVfio } from "../vfio-driver";
import { mdevFolder } from "./carried-devices";
import type { Owners } from "./owners";

const deviceNodes = "dev/vfio/devices/";

/** What {@link vfioNodes} needs read of the nodes that processes have open. */
export function vfioBatch(
  nodes: ReadonlySet<string>,
  first: HostFiles,
  devices: readonly RawDevice[],
): Required<Pick<ReadBatch, "links" | "folders">> {
  const groups = groupsAmong(nodes);
  return {
    folders: [
      ...groups.map((group) => `${groupsFolder}/${group}/devices`),
      ...(hasDevices(nodes) ? deviceFolders(first, devices) : []),
    ],
    links: groups.length > 0 ? first.names(mdevFolder).map(groupLink) : [],
  };
}

/**
 * VFIO's nodes among those that processes have open, with the PCI functions that are used through them: groups, and
 * since Linux 6.6 single devices (Documentation/driver-api/vfio.rst, "VFIO Device cdev"). A mediated device is a part of
 * the card that carries it.
 */
export function vfioNodes(
  nodes: ReadonlySet<string>,
  files: { first: HostFiles; second: HostFiles; open: HostFiles },
  devices: readonly RawDevice[],
  owners: Owners,
): [string, readonly string[]][] {
  const { first, second, open } = files;
  const uuids = first.names(mdevFolder);
  const carriersOf = (uuid: string) => owners.of(second.link(`${mdevFolder}/${uuid}`));
  const groups = groupsAmong(nodes).map((group): [string, readonly string[]] => {
    const listed = open.names(`${groupsFolder}/${group}/devices`);
    const mediated = uuids.filter(
      (uuid) => listed.includes(uuid) || open.link(groupLink(uuid))?.split("/").at(-1) === group,
    );
    // Only what VFIO holds is opened through the group's node; bridges and drivers' devices in it are not.
    const functions = devices.filter((device) => isOnVfio(device) && device.iommuGroup === Number(group));
    const all = [...functions.map(({ address }) => address), ...mediated.flatMap(carriersOf)];
    return [group, [...new Set(all)]];
  });
  const single = hasDevices(nodes)
    ? deviceFolders(first, devices).flatMap((folder) =>
        open.names(folder).map((name): [string, readonly string[]] => {
          const owner = folder.split("/").at(-2) ?? "";
          return [`${deviceNodes}${name}`, folder.startsWith(mdevFolder) ? carriersOf(owner) : [owner]];
        }),
      )
    : [];
  return [
    ...groups.flatMap(([group, all]): [string, readonly string[]][] => [
      [`dev/vfio/${group}`, all],
      [`dev/vfio/noiommu-${group}`, all],
    ]),
    ...single,
  ].filter(([, all]) => all.length > 0);
}

/** Whether a device is used through the node by a VM, or by a program that drives devices itself. */
export function isVfioNode(node: string): boolean {
  return node.startsWith("dev/vfio/");
}

function groupsAmong(nodes: ReadonlySet<string>): string[] {
  return [...nodes].flatMap((node) => /^dev\/vfio\/(?:noiommu-)?(\d{1,9})$/.exec(node)?.[1] ?? []);
}

function hasDevices(nodes: ReadonlySet<string>): boolean {
  return [...nodes].some((node) => node.startsWith(deviceNodes));
}

function deviceFolders(first: HostFiles, devices: readonly RawDevice[]): string[] {
  return [
    ...devices.filter(isOnVfio).map(({ address }) => `${devicesFolder}/${address}/vfio-dev`),
    ...first.names(mdevFolder).map((uuid) => `${mdevFolder}/${uuid}/vfio-dev`),
  ];
}

function groupLink(uuid: string): string {
  return `${mdevFolder}/${uuid}/iommu_group`;
}
