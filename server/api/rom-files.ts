import type * as z from "zod";
import { currentHostReports } from "../work/host-report/current-host-report";
import { cardOf, type RomFile, romFile, type romReference, romsOf } from "../work/rom/rom-file";
import type { Context } from "./context";

/** All VBIOS files that were uploaded, and how each fits a device. */
export async function listRoms(context: Context, request: z.output<typeof romReference>): Promise<RomFile[]> {
  const { fleet } = context.services;
  const roms = romsOf(fleet, request.hostId);
  const card = await cardOf(currentHostReports(fleet, context), request);
  const names = await roms.names();
  return Promise.all(names.map(async (name) => romFile(roms, name, await roms.read(name), card)));
}
