import * as z from "zod";
import { givenNameSchema } from "../storage/names.schema";
import { pciAddressSchema } from "../units/pci-address.schema";

/** A managed host's id, as it stands in addresses of pages, and as folders of its own are called. */
export const hostId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^(?!\.{1,2}$)[^\p{C}]*$/u, "There is no such host.");
/** A domain's UUID. libvirt allows any 128 bits, RFC 9562's versions or not. */
const vmId = z.guid();
/** One VM. */
export const vmReference = z.object({ hostId, vmId });
/** Several VMs of one host, a thousand at most. */
export const vmIds = z.array(vmId).min(1).max(1000);
export const hostReference = z.object({ hostId });
export const networkReference = z.object({ hostId, uuid: z.guid() });
export const poolReference = z.object({ hostId, pool: givenNameSchema });
export const volumeReference = poolReference.extend({ volume: givenNameSchema });
export const pciAddress = pciAddressSchema;
/** PCI functions of one host. */
export const pciAddresses = z.array(pciAddress).min(1).max(64);
export const jobReference = z.object({ jobId: z.guid() });
