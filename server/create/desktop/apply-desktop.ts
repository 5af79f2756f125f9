import type { Document } from "@xmldom/xmldom";
import { attachCard } from "../../domain/edit/attach-card";
import { domainOf } from "../../domain/edit/domain-root";
import { setHugepages } from "../../domain/edit/hugepages";
import { findNotes } from "../../domain/edit/notes";
import { partOf } from "../../domain/edit/parts";
import type { Values } from "../../domain/fields/field.schema";
import { readValues } from "../../domain/fields/values";
import { applyEdit } from "../../domain/hardware/apply-edit";
import { sectionsOf } from "../../domain/hardware/sections-of";
import { hostPciDevices } from "../../domain/host-devices/read-host-devices";
import { addLookingGlass, readLookingGlass } from "../../domain/looking-glass/looking-glass";
import { sizeOf } from "../../units/memory-size";
import { attributeOf, childOf } from "../../xml/xml";
import { applyPreset } from "../presets/preset-edit";
import type { DesktopEdit, DesktopSetup } from "./desktop.schema";
import { addHostInputs, evdevPaths } from "./host-inputs";

const presetOf = { windows: "windows-gpu", linux: "linux-gpu" } as const;

/**
 * Makes a VM a desktop with a GPU: the card, CPU pinning, huge pages, Looking Glass, keyboard and mouse of the host, and
 * what the guest's system wants, each where it is asked for. What the VM has already stays.
 * @throws AppError where one of them can't be, as each edit by itself.
 */
export function applyDesktop(document: Document, { setup, functions, options }: DesktopEdit): void {
  const { guest, pinning, hugepageBytes, lookingGlass, inputs } = setup;
  if (guest !== null && presetNow(document) !== presetOf[guest]) applyPreset(document, presetOf[guest]);
  const missing = functions.filter(({ address }) => !attached(document).includes(address));
  if (missing.length > 0) attachCard(document, missing, options);
  if (pinning !== null) pin(document, pinning);
  if (hugepageBytes !== null && pageBytes(document) !== BigInt(hugepageBytes))
    setHugepages(document, BigInt(hugepageBytes));
  if (lookingGlass !== null && !isSetUp(document, lookingGlass)) addLookingGlass(document, lookingGlass);
  if (inputs !== null) addHostInputs(document, inputs);
}

/** Whether a VM has all that was asked for. */
export function isDesktop(document: Document, { setup, functions }: DesktopEdit): boolean {
  const { guest, pinning, hugepageBytes, lookingGlass, inputs } = setup;
  const cards = attached(document);
  return (
    (guest === null || presetNow(document) === presetOf[guest]) &&
    functions.every(({ address }) => cards.includes(address)) &&
    (pinning === null || isPinned(document, pinning)) &&
    (hugepageBytes === null || pageBytes(document) === BigInt(hugepageBytes)) &&
    (lookingGlass === null || isSetUp(document, lookingGlass)) &&
    (inputs === null || inputs.devices.every(({ path }) => evdevPaths(document).includes(path)))
  );
}

function presetNow(document: Document): string | null {
  return attributeOf(findNotes(document, "preset")[0] ?? null, "name");
}

function attached(document: Document): string[] {
  return hostPciDevices(document).map(({ address }) => address);
}

function isSetUp(document: Document, wanted: NonNullable<DesktopSetup["lookingGlass"]>): boolean {
  const now = readLookingGlass(document);
  return (
    now !== null &&
    (["mebibytes", "memory", "video", "spice"] as const).every((key) => now[key] === wanted[key])
  );
}

function pageBytes(document: Document): bigint | null {
  const page = childOf(partOf(document, { container: "memoryBacking", name: "hugepages" }), "page");
  return sizeOf(page, attributeOf(page, "size"));
}

type Pinning = NonNullable<DesktopSetup["pinning"]>;

function pin(document: Document, wanted: Pinning): void {
  applyEdit(document, { act: "change", key: "pinning", from: pinsNow(document), to: pinValues(wanted) });
}

function isPinned(document: Document, wanted: Pinning): boolean {
  const now = pinsNow(document);
  return Object.entries(pinValues(wanted)).every(([name, cpus]) => now[name] === cpus);
}

function pinsNow(document: Document): Values {
  const section = sectionsOf(document).find(({ id }) => id === "pinning");
  return readValues(domainOf(document), section?.fields ?? []);
}

function pinValues({ pins, emulatorCpus }: Pinning): Values {
  const each = pins.map(({ vcpu, cpus }) => [`vcpu-${vcpu}`, cpus]);
  return { ...Object.fromEntries(each), ...(emulatorCpus === null ? {} : { emulator: emulatorCpus }) };
}
