import type { Element } from "@xmldom/xmldom";
import { attributeOf } from "../../xml/xml";
import { formOf, valuesOf } from "../devices/find-device";
import { inSentence } from "../devices/words.schema";

const partNames: Readonly<Record<string, string>> = {
  name: "name",
  title: "title",
  description: "description",
  metadata: "notes of programs",
  memory: "maximum memory",
  currentMemory: "memory",
  memoryBacking: "memory backing",
  vcpu: "vCPUs",
  iothreads: "I/O threads",
  cputune: "CPU pinning",
  numatune: "NUMA placement",
  os: "firmware and boot",
  features: "features",
  cpu: "CPU",
  clock: "clock",
  pm: "power management",
  on_poweroff: "what follows a shutdown",
  on_reboot: "what follows a reboot",
  on_crash: "what follows a crash",
  "qemu:commandline": "QEMU arguments",
};

/** What people call a child of `<domain>`: "maximum memory". */
export function partName({ nodeName }: Element): string {
  return partNames[nodeName] ?? `<${nodeName}>`;
}

/** What people call a child of `<devices>`: "disk vda". */
export function deviceName(device: Element): string {
  const form = formOf(device);
  const word = form === null ? device.nodeName : inSentence(form.title);
  const mark = deviceMark(device);
  return mark === null ? word : `${word} ${mark}`;
}

/** What a device is known by among those of its kind, whatever else of it changes; null where there is no such thing. */
export function deviceMark(device: Element): string | null {
  const form = formOf(device);
  const mark = form?.mark === undefined ? null : form.mark(valuesOf({ form, element: device }));
  return mark ?? attributeOf(device, "type");
}
