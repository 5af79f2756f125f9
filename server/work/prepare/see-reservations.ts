import * as z from "zod";
import { onBoot } from "../../access/objects-of";
import type { BootChange } from "../../database/boot-change.schema";
import { need } from "../../host/ability";
import { checkBatch } from "../../host/checks/check-sources";
import { readBindings } from "../../host/checks/read-check-sources";
import { hostBatch, kernelReleaseOf } from "../../host/host-facts";
import type { HostTree } from "../../host/host-tree";
import type { BindingAtBoot } from "../../host/modules/binding-at-boot";
import type { PciDevice } from "../../pci/schema";
import { hostChangeOf } from "../../prepare/change.schema";
import {
  bindingAtNextStart,
  type Reservation,
  type ReservedDevice,
  reservations,
} from "../../prepare/reservation";
import { defineAct } from "../act";
import { hostReference } from "../references.schema";
import { wishSchema } from "./prepared-change.schema";

const reservationSchema = z.object({
  address: z.string(),
  /** vfio-pci has the device. */
  now: z.boolean(),
  /** What has vfio-pci take it at the next start: a file, or the kernel's line; null where nothing does. */
  nextStart: z.string().nullable(),
});

/** Which devices are reserved for VMs now, at the next start, or both; others are left out. */
export const seeReservations = defineAct({
  name: "prepare.reservations",
  title: "See which devices are reserved over restarts",
  input: hostReference,
  output: z.array(reservationSchema),
  changes: false,
  objects: onBoot,
  async run({ services: { fleet, preparations } }, { hostId }) {
    const { devices } = await fleet.shownHardware(hostId);
    const tree = need(preparations.machine(hostId).files);
    return reservedNow(tree, devices, preparations.changesOf(hostId).all());
  },
});

/** @param changes The latest first. */
export async function reservedNow(
  tree: HostTree,
  devices: readonly PciDevice[],
  changes: readonly BootChange[],
): Promise<Reservation[]> {
  return reservations(devices.map(numbered), await nextBinding(tree, changes));
}

/**
 * What a host's files, and what waits for its restart, bind to vfio-pci at the next start.
 * @param changes The latest first.
 */
export async function nextBinding(tree: HostTree, changes: readonly BootChange[]): Promise<BindingAtBoot> {
  const texts = [...new Set([...hostBatch.texts, ...checkBatch.texts])];
  const files = await tree.readMany({ ...checkBatch, texts });
  const { bindingFiles, builtIn, commandLine } = await readBindings(tree, files, kernelReleaseOf(files));
  const sources = { files: bindingFiles, commandLine, builtIn: builtIn("vfio_pci") };
  const waiting = changes
    .filter(({ state, undoneBy }) => state === "waiting" && undoneBy === null)
    .map(({ wish }) => wishSchema.parse(wish))
    .flatMap(({ asked, trial }) => (asked === null || trial !== null ? [] : hostChangeOf(asked).line))
    .reverse();
  return bindingAtNextStart(sources, waiting);
}

/** A device as rules that bind it see it. */
export function numbered({
  address,
  driver,
  class: code,
  vendorId,
  deviceId,
  subsystem,
}: PciDevice): ReservedDevice {
  const [subsystemVendorId = "0000", subsystemDeviceId = "0000"] = subsystem?.split(":") ?? [];
  return { address, driver, class: code, vendorId, deviceId, subsystemVendorId, subsystemDeviceId };
}
