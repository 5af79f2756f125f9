import type { DeviceView } from "../../hardware/hardware.schema";
import type { HardwareEdit } from "../../hardware/hardware-edit.schema";

/** A volume of a storage pool. */
export interface Medium {
  pool: string;
  volume: string;
}

/** An empty drive is of the type "file" without one, as libvirt has it. */
const empty = { type: "file", file: null, dev: null, pool: null, volume: null };

/** What puts a medium into a drive, or takes out what is in it; of where it comes from only what changes. Pure. */
export function mediumEdit(
  { key, values }: Pick<DeviceView, "key" | "values">,
  medium: Medium | null,
): Extract<HardwareEdit, { act: "change" }> {
  const wanted: Record<string, string | null> =
    medium === null ? empty : { ...empty, type: "volume", pool: medium.pool, volume: medium.volume };
  const to = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => (values[field] ?? null) !== value),
  );
  const from = Object.fromEntries(Object.keys(to).map((field) => [field, values[field] ?? null]));
  return { act: "change", key, from, to };
}
