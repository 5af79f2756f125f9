import type { CardView } from "@/components/device/card-view";
import { deviceTitle } from "@/components/device/device-names";
import { withPreset } from "@/server/create/presets/apply-preset.schema";
import type { CardSpecification } from "@/server/create/specification/host-devices.schema";
import type { VmSpecification } from "@/server/create/vm-specification.schema";
import { quirkIds } from "@/server/domain/quirks/quirk-ids.schema";
import { type Quirk, type QuirkContext, suggestQuirks } from "@/server/domain/quirks/quirk-table.schema";
import type { ChosenPreset } from "../../state/base";

/** A card with all its functions, and the help that it, and the preset, call for. */
export function cardOf(
  { functions }: CardView,
  vm: VmSpecification,
  chosen: ChosenPreset,
): CardSpecification {
  const card: CardSpecification = {
    functions: functions.map((device) => ({
      address: device.address,
      class: device.class,
      vendorId: device.vendorId,
      deviceId: device.deviceId,
      subsystem: device.subsystem,
      label: deviceTitle(device),
    })),
    options: {},
  };
  const ofPreset =
    chosen.kind === "ours"
      ? withPreset(chosen.preset, { name: vm.name, cards: [card] }).cards?.[0]?.options?.quirks
      : [];
  const suggested = quirksOf(functions, vm)
    .filter((quirk) => quirk.kind === "edit")
    .map(({ id }) => id);
  const quirks = quirkIds.filter((id) => suggested.includes(id) || ofPreset?.includes(id));
  return quirks.length === 0 ? card : { ...card, options: { quirks } };
}

/** The help that a card needs in a VM as it is described. */
export function quirksOf(functions: CardView["functions"], vm: VmSpecification): Quirk[] {
  const context: QuirkContext = {
    laptop: null,
    machine: vm.machine,
    firmware: vm.firmware.kind === "bios" ? "bios" : "uefi",
  };
  return suggestQuirks(functions, context);
}

/** Whether a specification's card is the one at an address. */
export function hasFunction({ functions }: CardSpecification, address: string): boolean {
  return functions.some((one) => one.address === address);
}
