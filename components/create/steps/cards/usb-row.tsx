"use client";

import { twinsOf, usbUseWords, usbWhere } from "@/components/device/usb-words";
import { CheckField } from "@/components/ui/form/check-field";
import { SelectField } from "@/components/ui/form/select-field";
import type { UsbDevice } from "@/server/create/specification/host-devices.schema";
import type { CarriedUsb } from "@/server/pci/carried.schema";
import { useDraft } from "../../wizard-context";

interface UsbRowProps {
  device: CarriedUsb;
  plugged: readonly CarriedUsb[];
}

type Way = "product" | "port";

/** A device that is plugged in: whether the VM gets it, and by what it is found again. */
export function UsbRow({ device, plugged }: UsbRowProps) {
  const [{ usbDevices }, change] = useDraft();
  const ways = { product: byName(device), port: byPort(device) };
  const chosen = (["product", "port"] as const).find((way) => has(usbDevices, ways[way]));
  const rest = usbDevices.filter((one) => !isSame(one, ways.product) && !isSame(one, ways.port));
  const choose = (way: Way | null) => change({ usbDevices: way === null ? rest : [...rest, ways[way]] });
  const hasTwin = twinsOf(device, plugged) > 1;
  const use = usbUseWords(device);
  return (
    <div className="flex flex-col gap-1.5">
      <CheckField
        label={device.label}
        note={[usbWhere(device), use].filter((words) => words !== null).join(". ")}
        checked={chosen !== undefined}
        onChange={(on) => choose(on ? (hasTwin ? "port" : "product") : null)}
      />
      {chosen === undefined ? null : (
        <SelectField<Way>
          className="max-w-80 pl-7.5"
          label={`Find ${device.label}`}
          note={
            chosen === "port"
              ? `Whatever is plugged into port ${device.port} while the VM runs; Passdeck plugs it in.`
              : hasTwin
                ? "Two of this name are plugged in: libvirt can’t tell them apart."
                : "In whichever port it is."
          }
          value={chosen}
          choices={[
            { value: "product", label: "By name" },
            { value: "port", label: `By port ${device.port}` },
          ]}
          onChange={choose}
        />
      )}
    </div>
  );
}

function byName({ ids }: CarriedUsb): UsbDevice {
  return { kind: "product", ...ids };
}

function byPort({ port }: CarriedUsb): UsbDevice {
  return { kind: "port", port };
}

function has(chosen: readonly UsbDevice[], device: UsbDevice): boolean {
  return chosen.some((one) => isSame(one, device));
}

function isSame(one: UsbDevice, other: UsbDevice): boolean {
  if (one.kind === "port") return other.kind === "port" && other.port === one.port;
  if (one.kind === "product")
    return other.kind === "product" && other.vendorId === one.vendorId && other.productId === one.productId;
  return other.kind === "place" && other.bus === one.bus && other.device === one.device;
}
