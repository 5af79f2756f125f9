import type { VmSpecificationInput } from "../vm-specification.schema";
import type { Preset, PresetChange, UserPreset } from "./preset.schema";

/**
 * A specification with a preset's settings wherever `chosen` leaves them open. The result is still to be parsed by
 * `vmSpecificationSchema`, which fills in what neither says.
 */
export function withPreset(preset: Preset, chosen: VmSpecificationInput): VmSpecificationInput {
  // What is chosen is laid over what the settings say, one after the other.
  const changes = preset.settings.map(({ change }) => change);
  const base = changes.reduce<unknown>((merged, { vm }) => overlay(merged, vm ?? {}), {});
  const whole = overlay(base, chosen) as VmSpecificationInput;
  return {
    ...whole,
    disks: (chosen.disks ?? []).map((disk) => ({ ...together(changes, "eachDisk"), ...disk })),
    networks: (chosen.networks ?? []).map((network) => ({ ...together(changes, "eachNetwork"), ...network })),
    cards: (chosen.cards ?? []).map((card) => withQuirks(card, changes)),
  };
}

/** As `withPreset`, for one that a user has kept. */
export function withUserPreset(preset: UserPreset, chosen: VmSpecificationInput): VmSpecificationInput {
  return overlay(preset.specification, chosen) as VmSpecificationInput;
}

/** All that the preset sets in the VM itself, for those who need no more than a look at it. */
export function presetVm(preset: Preset): NonNullable<PresetChange["vm"]> {
  const merged = preset.settings.reduce<unknown>((base, { change }) => overlay(base, change.vm ?? {}), {});
  return merged as NonNullable<PresetChange["vm"]>;
}

function together<Key extends "eachDisk" | "eachNetwork">(
  changes: readonly PresetChange[],
  key: Key,
): PresetChange[Key] {
  return Object.assign({}, ...changes.map((change) => change[key] ?? {}));
}

type Card = NonNullable<VmSpecificationInput["cards"]>[number];

/** Quirks that were chosen, none included, stay as they are. */
function withQuirks(card: Card, changes: readonly PresetChange[]): Card {
  const hasDisplay = card.functions.some((one) => one.class?.startsWith("03"));
  const quirks = changes.flatMap(({ displayQuirks }) => displayQuirks ?? []);
  if (!hasDisplay || quirks.length === 0 || card.options?.quirks !== undefined) return card;
  return { ...card, options: { ...card.options, quirks } };
}

/** Objects are merged, all else is replaced; so is a choice of another kind, whose parts mean other things. */
function overlay(base: unknown, top: unknown): unknown {
  if (!isRecord(base) || !isRecord(top) || base.kind !== top.kind) return top === undefined ? base : top;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(top))
    merged[key] = key in base ? overlay(base[key], value) : value;
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
