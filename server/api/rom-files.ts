import { hostDevices } from "../domain/edit/host-devices";
import { readRom } from "../domain/rom/read-rom";
import type { RomReport } from "../domain/rom/rom.schema";
import { maximumRomBytes, type RomStore } from "../domain/rom/rom-store";
import { AppError } from "../errors";
import { attributeOf, childOf, parseXml } from "../xml/xml";
import type { Context } from "./context";
import { currentHostReport } from "./current-host-report";

/** An uploaded VBIOS, where it is, and what was found in it. */
export interface RomFile {
  name: string;
  path: string;
  report: RomReport;
}

interface RomRequest {
  hostId: string;
  /** The device that it is to be used on; null leaves out whether it fits. */
  address: string | null;
}

export async function listRoms(context: Context, request: RomRequest): Promise<RomFile[]> {
  const { roms } = context.services;
  const card = await cardOf(context, request);
  const names = await roms.names();
  return Promise.all(names.map(async (name) => romFile(roms, name, await roms.read(name), card)));
}

/** Keeps a VBIOS that some guest can use. An AppError "bad-input" that says what is wrong with any other. */
export async function uploadRom(
  context: Context,
  { name, base64, ...request }: RomRequest & { name: string; base64: string },
): Promise<RomFile> {
  const { roms } = context.services;
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length === 0 || bytes.length > maximumRomBytes) {
    throw new AppError("bad-input", {
      userMessage: `${name} has ${bytes.length} bytes. A ROM file has some, and at most ${maximumRomBytes}.`,
    });
  }
  const file = romFile(roms, name, bytes, await cardOf(context, request));
  const failure = file.report.problems.find(({ weight }) => weight === "fail");
  if (failure !== undefined) {
    throw new AppError("bad-input", {
      userMessage: `${name} was not kept. ${failure.message} ${failure.fix}`,
    });
  }
  await roms.add(name, bytes);
  return file;
}

/** Deletes a VBIOS; an AppError "conflict" where a VM's definition names it. */
export async function deleteRom({ services }: Context, hostId: string, name: string): Promise<void> {
  const { fleet, roms } = services;
  const path = roms.pathOf(name);
  const user = fleet
    .vmsOf(hostId)
    .find(({ xml, definition }) =>
      definition.unreadable === null ? romPaths(xml).includes(path) : xml.includes(path),
    );
  if (user !== undefined) {
    throw new AppError("conflict", {
      userMessage: `${name} is used by the VM ${user.summary.name}. Detach the card there, or choose another ROM for it, first.`,
    });
  }
  await roms.remove(name);
}

function romFile(
  roms: RomStore,
  name: string,
  bytes: Uint8Array,
  card: Parameters<typeof readRom>[1],
): RomFile {
  return { name, path: roms.pathOf(name), report: readRom(bytes, card) };
}

async function cardOf(context: Context, { hostId, address }: RomRequest) {
  if (address === null) return null;
  const { devices } = await currentHostReport(context.services.fleet, hostId, context);
  return devices.find((device) => device.address === address) ?? null;
}

function romPaths(xml: string): string[] {
  return hostDevices(parseXml(xml)).flatMap(
    ({ element }) => attributeOf(childOf(element, "rom"), "file") ?? [],
  );
}
