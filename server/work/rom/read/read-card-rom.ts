import * as z from "zod";
import { onDevices } from "../../../access/objects-of";
import { AppError } from "../../../errors";
import { deviceAttachments } from "../../../fleet/device-attachments";
import { planSchema } from "../../../plan.schema";
import type { ActContext } from "../../act-context";
import { agreement, definePlannedActWith, startedSchema } from "../../planned-act";
import { hostReference, pciAddress } from "../../references.schema";
import { romsOf } from "../rom-file";
import { planReadRom } from "./plan-read-rom";

const input = hostReference.extend({ address: pciAddress });

/** Reads a card's VBIOS, and keeps it beside the uploaded ones. */
export const readCardRom = definePlannedActWith(
  {
    names: { plan: "passthrough.planReadRom", run: "passthrough.readRom" },
    title: "Read a card's VBIOS",
    input,
    agreed: input.extend(agreement),
    objects: ({ hostId, address }) => onDevices({ hostId, addresses: [address] }),
    plan: planned,
  },
  {
    planOutput: planSchema,
    shown: ({ plan }) => plan,
    /** `path`: where it is once the job is done. */
    runOutput: startedSchema.extend({ path: z.string() }),
    started: ({ path }, jobId) => ({ jobId, path }),
  },
);

async function planned(context: ActContext, { hostId, address }: z.output<typeof input>) {
  const { devices, carried } = await context.readReport(hostId);
  const device = devices.find((one) => one.address === address);
  if (device === undefined) throw notThere(address);
  const { machine } = context.services.fleet.host(hostId);
  const unable = machine.writer.why ?? machine.qemuFiles.why;
  const shelf = machine.qemuFiles.why === null ? await shelfOf(context, hostId) : emptyShelf;
  const attachments = deviceAttachments(context.services.fleet.vmsOf(hostId), carried);
  const runningVm = attachments.get(address)?.find(({ running }) => running)?.vmName ?? null;
  const { plan, input: jobInput } = planReadRom(device, shelf, { unable, runningVm });
  return { plan, jobInput, path: shelf.pathOf(jobInput.file) };
}

const emptyShelf = { names: [], pathOf: (name: string) => name };

async function shelfOf({ services }: ActContext, hostId: string) {
  const roms = romsOf(services.fleet, hostId);
  return { names: await roms.names(), pathOf: (name: string) => roms.pathOf(name) };
}

function notThere(address: string): AppError {
  return new AppError("not-found", {
    userMessage: `The host has no device ${address} any more. It was unplugged, or has another address now.`,
  });
}
