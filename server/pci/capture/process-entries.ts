import type { TreeEntry } from "../../host/tree-entries";
import { groupsFolder } from "../iommu-facts";
import type { RawDevice } from "../raw-device";
import type { BlockStack } from "../use/block-stack";
import { mdevFolder } from "../use/carried-devices";
import { characterBatch, characterFolder, openNodeBatch } from "../use/device-nodes";
import { emulatorCommandOf } from "../use/emulator-command";
import { commandFile, descriptorsOf, nameFile } from "../use/open-files";
import { nodesIn, type UseFacts, type UseFiles } from "../use/read-uses";
import { packetEntries } from "./connection-entries";
import { fileEntry, linkEntry } from "./entries";
import type { Pseudonyms } from "./pseudonyms";

/** Processes that have a device's node open: their names and which node. Of others only that they were looked at. */
export function processEntries(
  files: UseFiles,
  facts: UseFacts,
  devices: readonly RawDevice[],
  names: Pseudonyms,
): TreeEntry[] {
  const { open, processes } = files;
  const { nodes, storage } = facts;
  const { stack } = storage;
  const held = processes.nodes.filter(({ node }) => nodes.of(node)?.length !== 0);
  const holders = [...new Set([...held, ...processes.sockets].map(({ processId }) => processId))];
  const seen = processes.seen[0];
  return [
    ...held.flatMap(({ processId, descriptor, node }) => [
      ...linkEntry(`${descriptorsOf(processId)}/${descriptor}`, `../../../${node}`),
      ...linkEntry(node, open.link(node)),
    ]),
    ...packetEntries(files),
    ...holders.flatMap((id) => namedProcess(id, files, stack, names)),
    ...processes.unseen.flatMap((id) => unseenProcess(id, files, stack, names)),
    ...(seen === undefined || holders.length > 0 ? [] : [folder(descriptorsOf(seen))]),
    ...characterEntries(files, new Set(held.map(({ node }) => node))),
    ...mediatedEntries(files, devices, names),
  ];
}

function namedProcess(id: string, { last }: UseFiles, stack: BlockStack, names: Pseudonyms): TreeEntry[] {
  const name = last.text(nameFile(id));
  return [
    ...fileEntry(nameFile(id), name === null ? null : names.text(name)),
    ...commandEntry(id, last.text(commandFile(id)), stack, names),
  ];
}

/** Without its name, as it need not have to do with any device. */
function unseenProcess(id: string, { last }: UseFiles, stack: BlockStack, names: Pseudonyms): TreeEntry[] {
  if (last.text(nameFile(id)) === null) return [];
  const command = last.text(commandFile(id));
  return emulatorCommandOf(command) === null
    ? fileEntry(nameFile(id), "")
    : [...fileEntry(nameFile(id), last.text(nameFile(id))), ...commandEntry(id, command, stack, names)];
}

/** Of an emulator's arguments only those that name the VM and devices of the host. */
function commandEntry(id: string, text: string | null, stack: BlockStack, names: Pseudonyms): TreeEntry[] {
  const command = emulatorCommandOf(text);
  if (command === null) return [];
  const words = [
    "qemu",
    ...(command.name === null ? [] : ["-name", `guest=${names.numbered("vm", command.name)}`]),
    ...command.functions.flatMap((address) => ["-device", `vfio-pci,host=${address}`]),
    ...command.mediated.flatMap((uuid) => [
      "-device",
      `vfio-pci,sysfsdev=/${mdevFolder}/${names.text(uuid)}`,
    ]),
    ...command.nodes.flatMap((node) => {
      const device = stack.at(`/${node}`);
      return device === null ? [] : [`file=/dev/${device.name}`];
    }),
  ];
  return fileEntry(commandFile(id), words.map((word) => `${word}\0`).join(""));
}

/** Where the nodes stand in sysfs. */
function characterEntries(files: UseFiles, held: ReadonlySet<string>): TreeEntry[] {
  const ends = new Set([...held].map((node) => node.slice(node.lastIndexOf("/") + 1)));
  const asked = nodesIn(files.processes);
  const links = characterBatch(asked, files.open).links.flatMap((path) => {
    const target = files.last.link(path);
    return ends.has(target?.split("/").at(-1) ?? "") ? linkEntry(path, target) : [];
  });
  const isListed = asked.size > 0 && files.open.lists(characterFolder);
  return [...(isListed ? [folder(characterFolder)] : []), ...links];
}

/** Mediated devices, which make their card one in use, and their groups. */
function mediatedEntries(
  { first, second, open, processes }: UseFiles,
  devices: readonly RawDevice[],
  names: Pseudonyms,
): TreeEntry[] {
  const uuids = first.names(mdevFolder);
  const groups = openNodeBatch(nodesIn(processes), first, devices).folders.filter((path) =>
    path.startsWith(groupsFolder),
  );
  return [
    ...uuids.flatMap((uuid) => {
      const target = second.link(`${mdevFolder}/${uuid}`);
      return linkEntry(`${mdevFolder}/${names.text(uuid)}`, target === null ? null : names.text(target));
    }),
    ...groups.flatMap((path) =>
      open
        .names(path)
        .filter((name) => uuids.includes(name))
        .map((uuid) => folder(`${path}/${names.text(uuid)}`)),
    ),
  ];
}

function folder(path: string): TreeEntry {
  return { kind: "folder", path };
}
