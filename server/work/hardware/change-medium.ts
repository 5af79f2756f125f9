import * as z from "zod";
import { onVm, onVolume } from "../../access/objects-of";
import { type Medium, mediumEdit } from "../../domain/devices/drive/medium-edit";
import { readHardware } from "../../domain/hardware/read-hardware";
import { AppError } from "../../errors";
import { parseXml } from "../../xml/xml";
import type { ActContext } from "../act-context";
import { LiveDomain } from "../attach/live-domain";
import { refuseUnlessMedium } from "../create/granted-medium";
import { agreement, definePlannedAct } from "../planned-act";
import { vmReference, volumeReference } from "../references.schema";
import { planEdit } from "./plan-edit";

const input = vmReference.extend({
  /** The drive's target: "sda". */
  drive: z.string().min(1).max(32),
  /** What goes into it; null empties it. */
  medium: volumeReference.omit({ hostId: true }).nullable(),
});
type Input = z.output<typeof input>;

/**
 * Changes the disc of a VM's CD drive, in its definition and where it runs. Of a VM's hardware this is what its owner may
 * change as well, to the ready-made media that are granted to them.
 */
export const changeMedium = definePlannedAct({
  names: { plan: "hardware.planMedium", run: "hardware.runMedium" },
  title: "Change the disc of a VM's drive",
  input,
  agreed: input.extend(agreement),
  objects: ({ hostId, vmId, medium }: Input) => [
    onVm({ hostId, vmId }),
    ...(medium === null ? [] : [onVolume({ hostId, ...medium })]),
  ],
  async plan(context, { hostId, vmId, drive, medium }) {
    if (medium !== null) await refuseUnlessMedium(context, { hostId, ...medium });
    const edit = await editOf(context, { hostId, vmId }, drive, medium);
    const planned = await planEdit(context, { hostId, vmId }, { edit, alsoLive: true });
    return { ...planned, inHand: [onVm({ hostId, vmId })] };
  },
});

async function editOf(
  { services: { fleet } }: ActContext,
  { hostId, vmId }: { hostId: string; vmId: string },
  target: string,
  medium: Medium | null,
) {
  const { saved } = await new LiveDomain(fleet, hostId, vmId).describe();
  const drives = readHardware(parseXml(saved), null).devices.filter(
    ({ kind, values }) => kind === "drive" && values.device === "cdrom",
  );
  const drive = drives.find(({ values }) => values.target === target);
  if (drive !== undefined) return mediumEdit(drive, medium);
  const there = drives.map(({ values }) => values.target).join(", ");
  throw new AppError("not-found", {
    userMessage: `${fleet.vm(hostId, vmId).summary.name} has no CD drive ${target}. ${there === "" ? "It has none at all." : `It has: ${there}.`}`,
  });
}
