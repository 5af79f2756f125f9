import type { DeviceForm } from "@/server/domain/devices/device-form.schema";
import { deviceForm } from "@/server/domain/devices/device-forms.schema";
import type { Values } from "@/server/domain/fields/field.schema";
import type { DeviceView, Hardware, Waiting } from "@/server/domain/hardware/hardware.schema";
import type { Section } from "@/server/domain/hardware/section.schema";
import { pinning } from "@/server/domain/hardware/sections/pinning.schema";
import { sections } from "@/server/domain/hardware/sections.schema";
import type { PartIcon } from "@/server/domain/part-icon.schema";

/** An entry of the list of a VM's hardware. */
export interface Part {
  id: string;
  icon: PartIcon;
  title: string;
  /** What it is told from others by; null where there is nothing. */
  detail: string | null;
  waiting: Waiting;
}

/** The sections of a machine, the table of its pins behind the CPU. */
export function sectionsFor({ threads }: Pick<Hardware, "threads">): Section[] {
  return sections.flatMap((section) =>
    section.id === "cpu" ? [section, pinning(threads.vcpus, threads.iothreads)] : [section],
  );
}

/** The machine's own parts. */
export function machineParts(hardware: Hardware): Part[] {
  const parts = sectionsFor(hardware).map(({ id, title, icon }): Part => {
    const view = hardware.sections.find((section) => section.id === id);
    return { id, icon, title, detail: null, waiting: view?.waiting ?? null };
  });
  const ports = hardware.usbPorts.map(({ port }) => port).join(", ");
  return [
    ...parts,
    { id: "boot", icon: "list", title: "Boot order", detail: null, waiting: null },
    {
      id: "usb-devices",
      icon: "usb",
      title: "USB devices of the host",
      detail: ports === "" ? null : `port ${ports}`,
      waiting: null,
    },
    {
      id: "named-devices",
      icon: "tag",
      title: "Named devices",
      detail: hardware.namedDevices.map(({ name }) => name).join(", ") || null,
      waiting: null,
    },
  ];
}

/** The devices; controllers, and what there is no form for, come last. */
export function deviceParts({ devices }: Pick<Hardware, "devices">): Part[] {
  const isLast = ({ kind }: DeviceView) => formOf(kind)?.last ?? kind === null;
  return [...devices.filter((one) => !isLast(one)), ...devices.filter(isLast)].map((device) => ({
    id: device.key,
    icon: formOf(device.kind)?.icon ?? "box",
    title: titleOf(device),
    detail: device.problem === null ? detailOf(device) : "can't be read",
    waiting: device.waiting,
  }));
}

/** What a device is called: "Disk", "CD drive". */
export function titleOf({ kind, name }: Pick<DeviceView, "kind" | "name">): string {
  return formOf(kind)?.title ?? name ?? "Device";
}

/** What tells it from others of its kind, in a line. */
export function detailOf({
  kind,
  name,
  values,
}: Pick<DeviceView, "kind" | "name" | "values">): string | null {
  const known = formOf(kind);
  if (known === null) return null;
  const said = known.summary.map((field) => lastPart(values, field)).filter((text) => text !== null);
  return [name, ...said].filter((text) => text !== null).join(", ") || null;
}

function formOf(kind: DeviceView["kind"]): DeviceForm | null {
  return kind === null ? null : deviceForm(kind);
}

/** Of a path only the last name: the form has the rest. */
function lastPart(values: Values, field: string): string | null {
  const value = values[field] ?? null;
  return value === null ? null : (value.split("/").at(-1) ?? value);
}

export const waitingWords: Readonly<Record<NonNullable<Waiting>, string>> = {
  added: "from the next start",
  changed: "changed from the next start",
  removed: "until it is shut down",
};
