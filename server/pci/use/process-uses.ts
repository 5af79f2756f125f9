import type { HostFiles } from "../../host/host-files";
import { plainText } from "../../host/plain-text";
import type { CarriedDevice } from "../carried.schema";
import { isBridge } from "../device-kind.schema";
import type { RawDevice } from "../raw-device";
import type { DeviceNodes } from "./device-nodes";
import { emulatorCommandOf } from "./emulator-command";
import { commandFile, nameFile, type OpenFiles } from "./open-files";
import { type UseOf, usesOf } from "./owners";
import type { GapOf } from "./storage-gaps";
import { isVfioNode } from "./vfio-nodes";

export interface ProcessSources {
  open: OpenFiles;
  /** Names and command lines, by `processBatch`. */
  texts: HostFiles;
  nodes: DeviceNodes;
  /** Nodes of block devices. */
  disks: ReadonlySet<string>;
  devices: readonly RawDevice[];
  carried: readonly CarriedDevice[];
  /** Whether the host's processes are listed at all. */
  isListed: boolean;
}

/** What processes do with devices, and what of that can't be told. */
export function processFacts(sources: ProcessSources): { uses: UseOf[]; gaps: GapOf[] } {
  const uses = [...openNodeUses(sources), ...commandUses(sources)];
  return { uses, gaps: processGaps(sources) };
}

/** Processes as uses of the devices whose nodes they have open, each process once for a node. */
function openNodeUses({ open, texts, nodes, disks }: ProcessSources): UseOf[] {
  const once = new Map(open.nodes.map((holder) => [`${holder.processId} ${holder.node}`, holder]));
  const byProcess = new Map<string, string[]>();
  for (const { processId, node } of once.values())
    byProcess.set(processId, [...(byProcess.get(processId) ?? []), node]);
  return [...byProcess].flatMap(([processId, all]) => {
    const { words, isEmulator } = holderOf(processId, texts);
    return all.flatMap((node) => {
      if (node === "dev/kfd" && all.some((other) => other !== node && isOfOne(other, node, nodes))) return [];
      const kind = isVfioNode(node) || (isEmulator && disks.has(node)) ? "vm" : "process";
      return usesOf(nodes.of(node) ?? [], kind, `${words} has /${plainText(node)} open`);
    });
  });
}

/** The node of all of AMD's cards is opened beside that of the card that is meant. */
function isOfOne(node: string, shared: string, nodes: DeviceNodes): boolean {
  const all = nodes.of(shared) ?? [];
  return (nodes.of(node) ?? []).some((address) => all.includes(address));
}

/** What an emulator was started with, where its open files can't be seen; arguments can be seen by everybody. */
function commandUses({ open, texts, nodes, disks, devices, carried }: ProcessSources): UseOf[] {
  return open.unseen.flatMap((processId) => {
    const command = emulatorCommandOf(texts.text(commandFile(processId)));
    if (command === null) return [];
    const { words } = holderOf(processId, texts);
    const functions = devices.filter(({ address }) => command.functions.includes(address));
    const mediated = carried.filter(
      (device) => device.bus === "mdev" && command.mediated.includes(device.uuid),
    );
    return [
      ...usesOf(
        functions.map(({ address }) => address),
        "vm",
        `${words} was started with it`,
      ),
      ...mediated.flatMap(({ carriers }) => usesOf(carriers, "vm", `${words} was started with a part of it`)),
      ...command.nodes
        .filter((node) => disks.has(node))
        .flatMap((node) => usesOf(nodes.of(node) ?? [], "vm", `${words} was started with /${node}`)),
    ];
  });
}

/** What a process is called, with the name of its VM where it is an emulator. */
export function holderOf(processId: string, texts: HostFiles): { words: string; isEmulator: boolean } {
  const name = plainText(texts.text(nameFile(processId)) ?? "");
  const command = emulatorCommandOf(texts.text(commandFile(processId)));
  const process = name === "" ? `a process (process ${processId})` : `${name} (process ${processId})`;
  return {
    words: command?.name == null ? process : `the VM ${command.name}, ${process},`,
    isEmulator: command !== null || /^(qemu|kvm$|cloud-hyp|crosvm)/.test(name),
  };
}

function processGaps({ open, texts, nodes, devices, isListed }: ProcessSources): GapOf[] {
  const driven = devices
    .filter((device) => device.driver !== null && !isBridge(device))
    .map(({ address }) => address);
  const gaps = (source: string, question: string, weight: "risk" | "note") =>
    driven.map((address): GapOf => ({ address, gap: { source, question, weight } }));
  if (!isListed) return gaps("/proc", "which processes use it", "risk");
  // A process that ended meanwhile has no name any more.
  const hidden = open.unseen.filter((id) =>
    [nameFile(id), commandFile(id)].some((path) => texts.text(path) !== null),
  );
  const untold = open.nodes.filter(({ node }) => nodes.of(node) === null);
  const [first] = untold;
  return [
    ...(hidden.length === 0
      ? []
      : gaps(`/proc/${hidden[0]}/fd`, "what some of the host's processes have open", "risk")),
    ...(open.seen.length > 0 || hidden.length > 0
      ? []
      : gaps("/proc/*/fd", "which processes use it", "note")),
    ...(first === undefined
      ? []
      : gaps(
          "/sys/dev/char",
          `whose node /${plainText(first.node)} is, which process ${first.processId} has open`,
          "risk",
        )),
  ];
}
