import { randomUUID } from "node:crypto";
import { AppError } from "../../errors";
import { need } from "../../host/ability";
import { isAllowedFile } from "../../host/configuration/allowed-files";
import type { FileReplacement, HostConfiguration } from "../../host/configuration/host-configuration";
import type { Host } from "../../host/host";
import type { BridgeChange } from "../../network/bridge/bridge-change";
import { planBridge } from "../../network/bridge/plan-bridge";
import { readBridgeFiles } from "../../network/bridge/read-bridge-files";
import { whyNoBridge } from "../../network/guide/bridge-guide";
import type { BridgeRequest } from "../../network/guide/bridge-guide.schema";
import type { HostNetworking } from "../../network/host/host-network.schema";
import { refuseForeign } from "../prepare/change-files";
import { bootIdOf } from "../prepare/host-now";
import { bridgeWarnings } from "./bridge-warnings";
import type { BridgeInput } from "./made-bridge.schema";
import type { OnCard } from "./on-card";
import { type PlannedBridgeJob, plannedBridgeJob } from "./planned-bridge-job";

export interface MakeParts {
  machine: Pick<Host, "files" | "configuration" | "guard" | "unchangeable">;
  by: string;
  /** Where originals of the host's files are kept. */
  originals: string;
  trialSeconds: number;
}

/** What is known of the host and its card. */
export interface CardFacts {
  /** null where the host's files can't be read. */
  host: HostNetworking | null;
  /** null where libvirt can't be asked. */
  onCard: OnCard | null;
}

/** Plans a bridge of a network card. Looks, and changes nothing. */
export function planMakeBridge(
  parts: MakeParts,
  wish: BridgeRequest,
  { host, onCard }: CardFacts,
): Promise<PlannedBridgeJob> {
  let notes: string[] = [];
  return plannedBridgeJob({
    title: `Make the bridge ${wish.bridge} of ${wish.device}`,
    originals: parts.originals,
    warnings: () => notes,
    async input(title) {
      const { machine } = parts;
      if (host === null) throw refused("Passdeck can't read this host's files, so its network is unknown.");
      const link = host.links.find(({ name }) => name === wish.device);
      const why = whyNoBridge(host, wish, link) ?? machine.unchangeable;
      if (why !== null) throw refused(why);
      need(machine.guard);
      refuseInUse(wish.device, onCard);
      const configuration = need(machine.configuration);
      const files = await readBridgeFiles(need(machine.files), configuration, host);
      const change = planBridge(host, wish, files);
      if ("refusal" in change) throw refused(change.refusal);
      notes = [...bridgeWarnings(host, wish, onCard), ...change.notes];
      return inputOf(parts, wish, { title, change, configuration });
    },
  });
}

/** The kernel has one receiver for a card: macvtap or a bridge. */
function refuseInUse(device: string, onCard: OnCard | null): void {
  if (onCard === null || onCard.running.length === 0) return;
  throw refused(
    `VMs that run use ${device} by macvtap, which a bridge takes the place of: ${onCard.running.join(", ")}. Shut them down first.`,
  );
}

interface Made {
  title: string;
  change: BridgeChange;
  configuration: HostConfiguration;
}

async function inputOf(
  { machine, by, trialSeconds }: MakeParts,
  { device, bridge }: BridgeRequest,
  { title, change, configuration }: Made,
): Promise<BridgeInput> {
  const { there, back, undone, kept } = change;
  refuseForeign(
    [there, back, undone.there, undone.back].flatMap(({ before, after }) => [...before, ...after]),
  );
  refuseForeign(kept);
  return {
    id: randomUUID(),
    at: Date.now(),
    by,
    title,
    bootId: await bootIdOf(need(machine.files)),
    files: await withFolders(configuration, change.files),
    commands: kept.map((words) => [...words]),
    wish: { network: { device, bridge, undone: { there: lists(undone.there), back: lists(undone.back) } } },
    undoes: null,
    trial: {
      seconds: trialSeconds,
      files: await withFolders(configuration, change.live),
      there: lists(there),
      back: lists(back),
    },
  };
}

async function withFolders(configuration: HostConfiguration, files: readonly FileReplacement[]) {
  const foreign = files.find(({ path }) => !isAllowedFile(path));
  if (foreign !== undefined)
    throw refused(`/${foreign.path} is none of the files that Passdeck changes. Change it by hand.`);
  return Promise.all(
    files.map(async (file) => ({
      ...file,
      folders: file.from === null ? await configuration.missingFolders(file.path) : [],
    })),
  );
}

function lists({ before, after }: BridgeChange["there"]) {
  return { before: before.map((words) => [...words]), after: after.map((words) => [...words]) };
}

function refused(userMessage: string): AppError {
  return new AppError("conflict", { userMessage });
}
