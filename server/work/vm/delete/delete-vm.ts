import pMap from "p-map";
import * as z from "zod";
import { onVm, onVolume } from "../../../access/objects-of";
import { leastLevel } from "../../../access/rights";
import { isAtLeast } from "../../../access/role";
import { AppError } from "../../../errors";
import type { ManagedHost } from "../../../fleet/managed-host";
import { isActive, type VmRecord } from "../../../fleet/read-vm";
import type { Connection } from "../../../libvirt/connection";
import { domainXmlFlags } from "../../../libvirt/protocol/constants.gen";
import { keptBeside, placedSource } from "../../../storage/copy-source";
import { agreement, definePlannedAct } from "../../planned-act";
import { vmReference } from "../../references.schema";
import { type VolumeUsage, whyInUse } from "../../volume/why-in-use";
import { lostWith } from "./lost-with";
import { type ChosenDisk, type DoomedVm, planDelete } from "./plan-delete";

const input = vmReference.extend({
  /** Of its disks those that go with it, by their targets. */
  deleteDisks: z.array(z.string().max(64)).max(256),
});

/** Deletes a VM, with its history and those of its disks that are asked for. */
export const deleteVm = definePlannedAct({
  names: { plan: "vm.planDelete", run: "vm.delete" },
  title: "Delete a VM",
  input,
  agreed: input.extend(agreement),
  objects: onVm,
  async plan({ services: { fleet, storage }, by, level }, { hostId, vmId, deleteDisks }) {
    const vm = fleet.vm(hostId, vmId);
    refuseUnknown(vm, deleteDisks);
    if (!isAtLeast(level, leastLevel("vm", "vm.delete"))) refuseMedia(vm, deleteDisks);
    const host = fleet.host(hostId);
    const disks = vm.summary.disks.filter(({ target }) => deleteDisks.includes(target));
    const chosen = await host.runLong(`VM ${vm.summary.name}`, async (connection) => {
      const usage = await storage.usage(hostId, connection);
      const places = disks.flatMap(({ target, source }) => (source === null ? [] : { target, source }));
      return pMap(places, (disk) => chosenDisk(connection, usage, disk, vm.summary.id), { concurrency: 4 });
    });
    const { plan, jobInput } = planDelete(await doomedVm(host, vm), chosen, by);
    const volumes = jobInput.volumes.map((volume) => onVolume({ hostId, ...volume }));
    return { plan, jobInput, inHand: [onVm({ hostId, vmId }), ...volumes] };
  },
});

async function chosenDisk(
  connection: Connection,
  usage: VolumeUsage,
  disk: { target: string; source: string },
  vmId: string,
): Promise<ChosenDisk> {
  const volume = usage.volumes.find(
    ({ path, pool, name }) => path === disk.source || `${pool}/${name}` === disk.source,
  );
  if (volume === undefined) return { ...disk, volume: null, inUse: null, kept: [] };
  const { pool, name } = volume;
  const kept = await keptBeside(connection, placedSource(volume));
  return { ...disk, volume: { pool, name }, inUse: whyInUse(usage, volume, vmId), kept };
}

function doomedVm(host: ManagedHost, { summary, handle }: VmRecord): Promise<DoomedVm> {
  return host.run(`VM ${summary.name}`, async (connection) => {
    const asked = { dom: handle, flags: domainXmlFlags.INACTIVE };
    const { xml: saved } = await connection.call("domain_get_xml_desc", asked);
    const lost = await lostWith(connection, handle, saved);
    return { id: summary.id, name: summary.name, on: isActive(summary.state), saved, lost };
  });
}

/** Whose VM it is does not own what lies in its drives: others may be about to use the same medium. */
function refuseMedia({ summary }: VmRecord, targets: readonly string[]): void {
  const media = summary.disks.filter(
    ({ target, device, readOnly }) => targets.includes(target) && (device !== "disk" || readOnly),
  );
  if (media.length === 0) return;
  throw new AppError("forbidden", {
    userMessage: `${media.map(({ target }) => target).join(", ")}: media and read-only disks may belong to others, so an operator has to delete them. Untick them here.`,
  });
}

function refuseUnknown({ summary }: VmRecord, targets: readonly string[]): void {
  const unknown = targets.filter((target) => !summary.disks.some((disk) => disk.target === target));
  if (unknown.length === 0) return;
  throw new AppError("conflict", {
    userMessage: `${summary.name} has no disk ${unknown.join(", ")} any more. Nothing was deleted; look again.`,
  });
}
