import * as z from "zod";
import { readRom } from "../../domain/rom/read-rom";
import { romReportSchema } from "../../domain/rom/rom.schema";
import { maximumRomBytes, RomStore, romNamePattern } from "../../domain/rom/rom-store";
import type { Fleet } from "../../fleet/fleet";
import { need } from "../../host/ability";
import type { ReadReport } from "../host-report/current-host-report";
import { hostReference, pciAddress } from "../references.schema";

export const romName = z
  .string()
  .regex(romNamePattern, {
    error: "A ROM file's name has letters, digits, dots, dashes and underscores, 64 at most.",
    abort: true,
  })
  .max(64);

export const romBase64 = z.base64().max(2 * maximumRomBytes);

/** `address`: the device that it is to be used on; null leaves out whether it fits. */
export const romReference = hostReference.extend({ address: pciAddress.nullable() });

/** An uploaded VBIOS, where it is, and what was found in it. */
export const romFileSchema = z.object({ name: z.string(), path: z.string(), report: romReportSchema });
export type RomFile = z.infer<typeof romFileSchema>;

/** A host's VBIOS files. An AppError "conflict" where none can be kept on it. */
export function romsOf(fleet: Fleet, hostId: string): RomStore {
  return new RomStore(need(fleet.host(hostId).machine.qemuFiles));
}

/** Looks into a VBIOS. */
export function romFile(
  roms: RomStore,
  name: string,
  bytes: Uint8Array,
  card: Parameters<typeof readRom>[1],
): RomFile {
  return { name, path: roms.pathOf(name), report: readRom(bytes, card) };
}

/** The device that a VBIOS is to be used on. */
export async function cardOf(readReport: ReadReport, { hostId, address }: z.output<typeof romReference>) {
  if (address === null) return null;
  const { devices } = await readReport(hostId);
  return devices.find((device) => device.address === address) ?? null;
}
