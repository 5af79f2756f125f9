import type { HostFiles } from "../../host/host-files";
import { linkedPath, type TreeEntry } from "../../host/tree-entries";
import { furtherAttributes } from "../facts/further-facts";
import { isSilent, silence } from "../facts/silence";
import { slotsFolder } from "../facts/slot-labels";
import { groupId, groupsFolder, iommuBatch, noIommuParameter } from "../iommu-facts";
import { deviceAttributes, deviceLinks, devicesFolder } from "../raw-device";
import { fileEntry, linkEntry } from "./entries";

/** The devices with the attributes and links that are read of them, where sysfs has them. */
export function deviceEntries(addresses: readonly string[], files: HostFiles): TreeEntry[] {
  return addresses.flatMap((address) => {
    const path = `${devicesFolder}/${address}`;
    const target = files.link(path);
    const place = target === null ? path : linkedPath(path, target);
    return [
      ...linkEntry(path, target),
      { kind: "folder", path: place } as const,
      ...[...deviceAttributes, ...furtherAttributes].flatMap((name) =>
        fileEntry(`${place}/${name}`, files.text(`${path}/${name}`)),
      ),
      ...(files.has(`${path}/rom`) ? fileEntry(`${place}/rom`, "") : []),
      ...deviceLinks.flatMap((name) => linkEntry(`${place}/${name}`, files.link(`${path}/${name}`))),
      ...groupEntries(address, place, files.link(`${path}/iommu_group`)),
    ];
  });
}

/** That a device does not answer. Other configurations stay on the host, as they hold serial numbers. */
export function silentEntries(
  configurations: ReadonlyMap<string, Uint8Array | null>,
  files: HostFiles,
): TreeEntry[] {
  return [...configurations].flatMap(([address, configuration]) => {
    const target = files.link(`${devicesFolder}/${address}`);
    if (target === null || !isSilent(configuration)) return [];
    return fileEntry(`${linkedPath(`${devicesFolder}/${address}`, target)}/config`, silence);
  });
}

/** The names that tell of an IOMMU: its units and the firmware's tables, of which the contents stay behind. */
export function iommuEntries(files: HostFiles): TreeEntry[] {
  return [
    ...fileEntry(noIommuParameter, files.text(noIommuParameter)),
    ...iommuBatch.folders.flatMap((folder) =>
      files.names(folder).map((name): TreeEntry => {
        const path = `${folder}/${name}`;
        return folder.includes("acpi") ? { kind: "file", path, text: "" } : { kind: "folder", path };
      }),
    ),
  ];
}

function groupEntries(address: string, place: string, groupLink: string | null): TreeEntry[] {
  const group = groupId(groupLink?.split("/").at(-1) ?? "");
  if (group === null) return [];
  const path = `${groupsFolder}/${group}/devices/${address}`;
  return linkEntry(path, `${"../".repeat(path.split("/").length - 1)}${place}`);
}

/** The mainboard's slots, by which devices are called. */
export function slotEntries(names: readonly string[], files: HostFiles): TreeEntry[] {
  return names.flatMap((name) => {
    const path = `${slotsFolder}/${name}/address`;
    return fileEntry(path, files.text(path));
  });
}
