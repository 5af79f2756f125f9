import type { Document } from "@xmldom/xmldom";
import { addDevice } from "../../domain/devices/add-device";
import { deviceForm } from "../../domain/devices/device-forms.schema";
import { devicesOf, valuesOf } from "../../domain/devices/find-device";
import type { HostInputsChoice } from "../specification/host-inputs.schema";

/**
 * Hands keyboards and mice of the host to the VM, which they go to and fro from by the keys that are chosen. The first
 * keyboard takes all others along. Those that the VM has already stay as they are.
 */
export function addHostInputs(document: Document, { devices, toggle }: HostInputsChoice): void {
  const there = evdevPaths(document);
  const form = deviceForm("input");
  const first = devices.find(({ keyboard }) => keyboard);
  for (const device of devices.filter(({ path }) => !there.includes(path))) {
    const grabs = device === first ? { grab: "all", toggle } : {};
    const repeat = device.keyboard ? { repeat: "on" } : {};
    addDevice(document, form, { type: "evdev", device: device.path, ...grabs, ...repeat });
  }
}

/** Those that a VM reads already. */
export function evdevPaths(document: Document): (string | null | undefined)[] {
  return devicesOf(document)
    .filter(({ form }) => form?.id === "input")
    .map((device) => valuesOf(device).device);
}
