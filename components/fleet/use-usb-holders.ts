"use client";

import { hostDeviceWords } from "@/server/domain/host-devices/host-device.schema";
import type { VmSummary } from "@/server/fleet/schema";
import type { CarriedUsb } from "@/server/pci/carried.schema";
import { useVms } from "./use-fleet";

/** Names of the host's other VMs whose definitions have a USB device, or its port. */
export function useUsbHolders(vm: Pick<VmSummary, "hostId" | "id">, device: CarriedUsb): string[] {
  const { ids, place, port } = device;
  const words = [
    hostDeviceWords({ bus: "usb", ids, place: null }),
    hostDeviceWords({ bus: "usb", ids: null, place }),
    hostDeviceWords({ bus: "usb", ids: null, place: null, port }),
  ];
  return useVms()
    .filter((other) => other.hostId === vm.hostId && other.id !== vm.id)
    .filter(({ otherHostDevices }) => otherHostDevices.some((one) => words.includes(one)))
    .map(({ name }) => name);
}
