import type { Choice } from "@/components/ui/form/select-field";
import type { FormatsChoice } from "@/server/access/formats/formats.schema";
import { regions } from "@/server/access/formats/regions.schema";

export const clockChoices: readonly Choice<FormatsChoice["clock"]>[] = [
  { value: "region", label: "As in the region" },
  { value: "12", label: "12 hours" },
  { value: "24", label: "24 hours" },
];

export const firstDayChoices: readonly Choice<FormatsChoice["firstDay"]>[] = [
  { value: "region", label: "As in the region" },
  { value: "monday", label: "Monday" },
  { value: "sunday", label: "Sunday" },
  { value: "saturday", label: "Saturday" },
];

/** Regions by what they are called in their own language: "Deutsch (Deutschland)". */
export function regionChoices(): Choice<FormatsChoice["region"]>[] {
  return [
    { value: "browser", label: "As the browser" },
    ...regions.map((value) => ({ value, label: ownName(value) })),
  ];
}

function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: "language", languageDisplay: "standard" }).of(tag);
  return name === undefined ? tag : name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** The time zones that the browser knows, and the chosen one where it does not. */
export function timeZoneChoices(chosen: string): Choice<string>[] {
  const known = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);
  if (chosen !== "browser") known.add(chosen);
  const zones = [...known].sort().map((value) => ({ value, label: value.replaceAll("_", " ") }));
  return [{ value: "browser", label: "As the browser" }, ...zones];
}
