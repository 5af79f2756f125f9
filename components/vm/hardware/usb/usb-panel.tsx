"use client";

import { errorText } from "@/components/data/error-text";
import { hostObject, useRights } from "@/components/data/use-rights";
import { usbDevicesOf } from "@/components/device/usb-words";
import { useHostReport } from "@/components/fleet/use-host-report";
import { ErrorNotice } from "@/components/ui/error-notice";
import type { Hardware } from "@/server/domain/hardware/hardware.schema";
import { useHardwareRoom } from "../hardware-context";
import { PanelHeader } from "../panel-header";
import { PortField } from "./port-field";
import { UsbOffer } from "./usb-offer";
import { UsbOwned } from "./usb-owned";

/** The host's USB devices that a VM has, by name or by port, and those that are plugged in, live. */
export default function UsbPanel({ hardware }: { hardware: Hardware }) {
  const { vm } = useHardwareRoom();
  const report = useHostReport(vm.hostId);
  const mayNot = useRights(hostObject(vm.hostId))("host.watchReport");
  const plugged = usbDevicesOf(report.data ?? null);
  return (
    <>
      <PanelHeader
        title="USB devices of the host"
        note="By name a device is found in any port. By port the VM gets whatever is plugged in there while it runs."
        waiting={null}
      />
      <div className="flex flex-col gap-5 px-4 py-4">
        <UsbOwned hardware={hardware} plugged={plugged} />
        {mayNot === null ? (
          <section aria-label="Plugged into the host" className="flex flex-col gap-1.5">
            <h3 className="font-medium text-muted text-sm">Plugged into the host</h3>
            {report.error === null ? null : (
              <ErrorNotice title="Could not read the host’s devices" problem={errorText(report.error)} />
            )}
            {plugged.length === 0 && report.data !== undefined ? (
              <p className="text-muted">
                {report.data === null
                  ? "The host’s files can’t be read, so it is not known what is plugged in."
                  : "No USB device is plugged in. One that is appears here by itself."}
              </p>
            ) : null}
            <ul className="flex flex-col gap-1.5">
              {plugged.map((device) => (
                <UsbOffer key={device.port} device={device} plugged={plugged} hardware={hardware} />
              ))}
            </ul>
          </section>
        ) : null}
        <PortField hardware={hardware} />
      </div>
    </>
  );
}
