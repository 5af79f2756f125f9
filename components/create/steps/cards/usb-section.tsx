"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { Section } from "@/components/ui/form/section";
import type { UsbDevice } from "@/server/create/specification/host-devices.schema";
import { usbIdsText } from "@/server/units/usb-ids-text.schema";
import { useDraft, useWizard } from "../../wizard-context";

/** Devices in the host's USB ports, by what they are; two of a kind by where they are. */
export function UsbSection() {
  const { choices } = useWizard();
  const [{ usbDevices }, change] = useDraft();
  const offered = choices.usbDevices ?? [];
  const selectorOf = ({ vendorId, productId, bus, device }: (typeof offered)[number]): UsbDevice => {
    const twins = offered.filter((one) => one.vendorId === vendorId && one.productId === productId);
    return twins.length > 1 ? { kind: "place", bus, device } : { kind: "product", vendorId, productId };
  };
  return (
    <Section title="USB devices" path={["usbDevices"]}>
      {offered.length === 0 ? <p className="text-muted">No USB device is connected to the host.</p> : null}
      {offered.map((one) => {
        const request = JSON.stringify(selectorOf(one));
        const others = usbDevices.filter((device) => JSON.stringify(device) !== request);
        return (
          <CheckField
            key={`${one.bus}.${one.device}`}
            label={one.label}
            note={`${usbIdsText(one)}, bus ${one.bus} device ${one.device}`}
            checked={others.length < usbDevices.length}
            onChange={(on) => change({ usbDevices: on ? [...others, selectorOf(one)] : others })}
          />
        );
      })}
    </Section>
  );
}
