import { diskFormats } from "../../create/clone-definition";
import type { PoolContent } from "../../create/host/libvirt-resources";
import { readLibvirtResources } from "../../create/host/libvirt-resources";
import type { PreflightFinding } from "../../create/preflight/preflight.schema";
import { parseDefinition } from "../../domain/definition";
import type { Connection } from "../../libvirt/connection";
import type { MoveFinding } from "../../move/move-finding.schema";
import { foreignFiles, readCopySource } from "../../storage/copy-source";
import { volumeOfSource } from "../../storage/volume-of-source";
import type { ActContext } from "../act-context";
import { hostNamed } from "../host-named";
import { exchangedFunctions, readCards } from "../move/cold/read-cards";
import type { CloneOriginal, FarOriginal } from "./prepare-clone";

interface FarQuestion {
  /** Where the clone is made. */
  hostId: string;
  fromHostId: string;
  original: CloneOriginal;
}

/** Looks at a VM on another host, and at what the clone's host has for it. */
export async function readFarOriginal(
  context: ActContext,
  { hostId, fromHostId, original }: FarQuestion,
): Promise<{ pools: readonly PoolContent[]; far: FarOriginal }> {
  const { fleet } = context.services;
  const definition = parseDefinition(original.xml);
  const cards = await readCards(context, {
    hostId: fromHostId,
    targetHostId: hostId,
    targetName: hostNamed(fleet, hostId),
    vm: original,
    definition,
    chosen: new Map(),
  });
  return fleet.host(fromHostId).runLong(`VM ${original.name}`, async (connection) => {
    const { pools } = await readLibvirtResources(connection);
    const far: FarOriginal = {
      host: { id: fromHostId, name: hostNamed(fleet, fromHostId) },
      functions: exchangedFunctions(cards.assigned),
      partial: await partialDisks(connection, original.xml),
      findings: cards.findings.map(asPreflight),
    };
    return { pools, far };
  });
}

/** By the target: what a disk's file alone would lack. */
async function partialDisks(connection: Connection, xml: string): Promise<Map<string, string>> {
  const formats = diskFormats(xml);
  const partial = new Map<string, string>();
  for (const { target, source, device } of parseDefinition(xml).disks) {
    if (source === null || device !== "disk" || formats.get(target) !== "qcow2") continue;
    const vol = await volumeOfSource(connection, source);
    if (vol === null) continue;
    const file = await readCopySource(connection, vol.pool, vol.name);
    const below = file.volume.backingPath;
    const why = (await foreignFiles(connection, file)) ?? (below && `it is built on ${below}`);
    if (why !== null) partial.set(target, why);
  }
  return partial;
}

function asPreflight({ weight, message, fix }: MoveFinding): PreflightFinding {
  return { code: "definition", weight, path: ["vmId"], message, fix };
}
