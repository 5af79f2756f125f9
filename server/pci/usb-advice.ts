import type { HostDeviceSource } from "../domain/host-devices/host-device.schema";
import { usbIdsText } from "../units/usb-ids-text.schema";
import type { CarriedDevice, CarriedUsb } from "./carried.schema";
import { meantDevices } from "./carried-by";
import { neededFor } from "./needed-for";

/** What is to be said before a VM gets a USB device. */
export interface UsbAdvice {
  /** "fail": the host would lose what it needs. "warn": it may not do as wished. */
  weight: "fail" | "warn";
  message: string;
  fix: string;
}

type UsbSource = Extract<HostDeviceSource, { bus: "usb" }>;

/** What stands against giving a VM a USB device, by what is plugged in now; nothing of an empty port. */
export function usbAdvice(source: UsbSource, carried: readonly CarriedDevice[]): UsbAdvice[] {
  const meant = meantDevices(source, carried).flatMap((device) => (device.bus === "usb" ? device : []));
  return [...meant.flatMap(adviceOn), ...ambiguity(source, meant)];
}

/** "Logitech USB Receiver (046d:c52b, port 1-3)" */
export function usbName({ label, ids, port }: CarriedUsb): string {
  return `${label} (${usbIdsText(ids)}, port ${port})`;
}

function adviceOn(device: CarriedUsb): UsbAdvice[] {
  const need = neededFor(device.uses);
  if (need !== null) {
    const message = `The host uses ${usbName(device)}: ${need}.`;
    const fix =
      "Unmount it, or take it out of the host’s network, first. What was not written is lost otherwise.";
    return [{ weight: "fail", message, fix }];
  }
  const inputs = device.uses.filter(({ kind }) => kind === "input").map(({ detail }) => detail);
  if (inputs.length === 0) return [];
  return [
    {
      weight: "warn",
      message: `${usbName(device)} is the host’s own: ${inputs.join(", ")}. While the VM has it, it does nothing at the host’s console.`,
      fix: "Keep another keyboard for the host, or a way in by network.",
    },
  ];
}

function ambiguity({ ids, place, port }: UsbSource, meant: readonly CarriedUsb[]): UsbAdvice[] {
  if (meant.length < 2 || ids === null || place !== null || port !== undefined) return [];
  const ports = meant.map((device) => device.port).join(" and ");
  return [
    {
      weight: "warn",
      message: `${meant.length} devices that are plugged in are ${usbIdsText(ids)}, in the ports ${ports}: libvirt can’t tell which one is meant, and refuses it while all are there.`,
      fix: "Choose it by its port.",
    },
  ];
}
