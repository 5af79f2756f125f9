"use client";

import { usbDevicesOf } from "@/components/device/usb-words";
import { useHostReport } from "@/components/fleet/use-host-report";
import { Section } from "@/components/ui/form/section";
import { useWizard } from "../../wizard-context";
import { UsbRow } from "./usb-row";

/** Devices in the host's USB ports, live: by what they are, or by where they are. */
export function UsbSection() {
  const { hostId } = useWizard();
  const report = useHostReport(hostId).data;
  const plugged = usbDevicesOf(report ?? null);
  return (
    <Section title="USB devices" path={["usbDevices"]}>
      {plugged.length === 0 && report !== undefined ? (
        <p className="text-muted">
          No USB device is connected to the host. One that is plugged in appears here by itself.
        </p>
      ) : null}
      {plugged.map((device) => (
        <UsbRow key={device.port} device={device} plugged={plugged} />
      ))}
    </Section>
  );
}
