import type { HostFiles, ReadBatch } from "../../host/host-files";
import { plainText } from "../../host/plain-text";
import { slotOf } from "../../units/pci-address.schema";
import { isBridge } from "../device-kind.schema";
import type { FurtherDeviceFacts } from "../facts.schema";
import { devicesFolder, type RawDevice } from "../raw-device";
import { barFactsOf } from "./bar-facts";
import type { KernelModules } from "./kernel-modules";
import { linkFactsOf } from "./link-facts";
import { serialNumberOf } from "./serial-number";
import { isSilent } from "./silence";

/** Further attributes that are read of each device; a capture keeps these. */
export const furtherAttributes = [
  "current_link_speed",
  "current_link_width",
  "max_link_speed",
  "max_link_width",
  "numa_node",
  "resource",
  "sriov_totalvfs",
  "sriov_numvfs",
  "power_state",
  "power/runtime_status",
  "label",
] as const;

/** What {@link furtherFactsOf} needs read of these devices, apart from {@link configurationBatch}. */
export function furtherBatch(addresses: readonly string[]): Required<Pick<ReadBatch, "texts" | "presence">> {
  return {
    texts: addresses.flatMap((address) => furtherAttributes.map((name) => pathOf(address, name))),
    presence: addresses.map((address) => pathOf(address, "rom")),
  };
}

/**
 * The configuration spaces, which hold serial numbers and tell whether anybody answers. Bridges are left out, and so is
 * what sleeps in D3cold: to read its configuration the kernel would wake it up, as it does in no other state
 * (`pci_config_pm_runtime_get` in drivers/pci/pci.c). What is in D3cold and yet "active" does not sleep: the kernel has
 * lost it (`pci_update_current_state`).
 */
export function configurationBatch(devices: readonly RawDevice[], files: HostFiles): { bytes: string[] } {
  const sleeps = ({ address }: RawDevice) => isWithoutPower(address, files) && !isKeptAwake(address, files);
  const awake = devices.filter((device) => !isBridge(device) && !sleeps(device));
  return { bytes: awake.map(({ address }) => pathOf(address, "config")) };
}

function isWithoutPower(address: string, files: HostFiles): boolean {
  return files.word(pathOf(address, "power_state")) === "D3cold";
}

function isKeptAwake(address: string, files: HostFiles): boolean {
  return files.word(pathOf(address, "power/runtime_status")) === "active";
}

/** Whether the device is lost by what its configuration reads as or, where that was not read, by its power state. */
function isLost(address: string, configuration: Uint8Array | null, attributes: HostFiles): boolean {
  if (configuration !== null) return isSilent(configuration);
  return isWithoutPower(address, attributes) && isKeptAwake(address, attributes);
}

export interface FactSources {
  /** What was read by {@link furtherBatch}. */
  attributes: HostFiles;
  /** By address: what was read by {@link configurationBatch}. */
  configurations: ReadonlyMap<string, Uint8Array | null>;
  modules: KernelModules;
  /** By the slot's address without function. */
  slotLabels: ReadonlyMap<string, string>;
}

/** All that is known of a device beside its identity and its uses. */
export function furtherFactsOf(
  device: RawDevice,
  sources: FactSources,
): Omit<FurtherDeviceFacts, "usedBy" | "notLookedAt"> {
  const { attributes } = sources;
  const configuration = sources.configurations.get(device.address) ?? null;
  const read = (name: (typeof furtherAttributes)[number]) => attributes.text(pathOf(device.address, name));
  return {
    modules: sources.modules.claiming(device),
    link: linkFactsOf((name) => attributes.text(pathOf(device.address, name))),
    numaNode: countOf(read("numa_node")),
    bars: barFactsOf(read("resource")),
    hasRom: attributes.has(pathOf(device.address, "rom")),
    virtualFunctions: virtualFunctionsOf(countOf(read("sriov_totalvfs")), countOf(read("sriov_numvfs"))),
    powerState: /^D[0-3](hot|cold)?$/.exec(read("power_state")?.trim() ?? "")?.[0] ?? null,
    silent: isLost(device.address, configuration, attributes),
    slotLabel: plainText(read("label") ?? "") || (sources.slotLabels.get(slotOf(device.address)) ?? null),
    serialNumber: serialNumberOf(configuration),
  };
}

/** By address: the configuration spaces that {@link configurationBatch} had read. */
export function configurationsOf(
  batch: { bytes: readonly string[] },
  files: HostFiles,
): Map<string, Uint8Array | null> {
  return new Map(
    batch.bytes.map((path) => [path.slice(devicesFolder.length + 1, -"/config".length), files.bytes(path)]),
  );
}

function virtualFunctionsOf(total: number | null, enabled: number | null) {
  return total === null || total === 0 ? null : { total, enabled: enabled ?? 0 };
}

/** A whole number that is not negative; the kernel writes -1 for "none". */
function countOf(text: string | null): number | null {
  const word = text?.trim() ?? "";
  return /^\d{1,6}$/.test(word) ? Number(word) : null;
}

function pathOf(address: string, name: string): string {
  return `${devicesFolder}/${address}/${name}`;
}
