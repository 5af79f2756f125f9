import type { JudgedDevice } from "../../../pci/schema";
import { deviceName } from "../../../pci/start-check/device-name";
import type { Plan, PlannedStep } from "../../../plan.schema";
import { withFingerprint } from "../../../plan-fingerprint";
import type { ReadRomInput } from "./read-rom-input.schema";
import { romPaths } from "./rom-paths";
import { type ReadRomFacts, whyNotRead } from "./why-not-read";

/** Where files are kept, and what is there already. */
export interface RomShelf {
  names: readonly string[];
  pathOf(name: string): string;
}

/** Plans how a card's ROM is read and kept beside the uploaded ones. Pure. */
export function planReadRom(
  device: JudgedDevice,
  shelf: RomShelf,
  facts: ReadRomFacts,
): { plan: Plan; input: ReadRomInput } {
  const { address, vendorId, deviceId } = device;
  const input: ReadRomInput = {
    address,
    name: deviceName(device),
    vendorId,
    deviceId,
    file: fileName(device, shelf.names),
    wake: device.powerState?.startsWith("D3") ?? false,
  };
  const refusal = whyNotRead(device, facts);
  const steps = refusal === null ? stepsOf(input, shelf.pathOf(input.file)) : [];
  const warnings = steps.length > 0 && input.wake ? [`${input.name} sleeps, and is woken for it.`] : [];
  const plan = { title: `Read the VBIOS of ${input.name}`, kind: "read-rom", steps, warnings, refusal };
  return { plan: withFingerprint(plan, input), input };
}

/** In the order of `readRomKind`. */
function stepsOf(input: ReadRomInput, path: string): PlannedStep[] {
  const paths = romPaths(input.address);
  const read: PlannedStep = {
    title: `Read the ROM, check it, and keep it as ${input.file}`,
    effect: [`echo 1 > /${paths.rom}`, `cat /${paths.rom} > ${path}`, `echo 0 > /${paths.rom}`].join("\n"),
    risk: "For less than a second, while its ROM is switched on, the card may not answer otherwise. Nothing may use it meanwhile: start no VM with it.",
    undo: `echo 0 > /${paths.rom}\nrm ${path}`,
  };
  if (!input.wake) return [read];
  const control = `/${paths.powerControl}`;
  const before = "what it was before";
  return [
    {
      title: `Wake ${input.name}`,
      effect: `echo on > ${control}`,
      risk: null,
      undo: `${control}: ${before}`,
    },
    read,
    { title: "Let it sleep again", effect: `${control}: ${before}`, risk: null, undo: null },
  ];
}

/** "geforce-rtx-3090-01-00.0.rom", with a number where that is taken. */
function fileName({ product, address }: JudgedDevice, taken: readonly string[]): string {
  const sold = /\[([^[\]]+)\]$/.exec(product)?.[1] ?? product;
  const words = sold
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  const place = address.replace(/^0000:/, "").replaceAll(":", "-");
  const base = words === "" ? `vbios-${place}` : `${words}-${place}`;
  for (let number = 1; ; number += 1) {
    const name = `${base}${number === 1 ? "" : `-${number}`}.rom`;
    if (!taken.includes(name)) return name;
  }
}
