import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { aVm } from "@/components/fleet/sample.test-data";
import { libvirtWritten } from "@/server/domain/hardware/libvirt-written.test-data";
import { readHardware } from "@/server/domain/hardware/read-hardware";
import type { CarriedUsb } from "@/server/pci/carried.schema";
import { parseXml } from "@/server/xml/xml";
import { HardwareContext } from "../hardware-context";
import { PortField } from "./port-field";
import { UsbOffer } from "./usb-offer";
import { UsbOwned } from "./usb-owned";

const bare = { ...readHardware(parseXml(libvirtWritten), null), devices: [] };
const usb = (port: string, uses: CarriedUsb["uses"] = []): CarriedUsb => ({
  bus: "usb",
  port,
  place: { bus: 1, device: 7 },
  ids: { vendorId: "046d", productId: "c52b" },
  label: "Receiver",
  uses,
  carriers: [],
});

function shown(part: ReactNode): string {
  const room = { vm: aVm(), choices: null, readOnly: null, propose: () => {} };
  return renderToStaticMarkup(<HardwareContext value={room}>{part}</HardwareContext>);
}

describe("what a VM has of the host's USB devices", () => {
  test("is told where it has none", () => {
    expect(shown(<UsbOwned hardware={bare} plugged={[]} />)).toContain("has no USB device of the host");
  });

  test.each([
    [{ plugged: true, problem: null }, [usb("1-4.2")], true, "Receiver: in the VM"],
    [{ plugged: false, problem: "In use by b." }, [usb("1-4.2")], true, "In use by b."],
    [{ plugged: false, problem: null }, [usb("1-4.2")], false, "Receiver: once the VM runs"],
    [{ plugged: false, problem: null }, [usb("1-3")], true, "Nothing is plugged in"],
  ])("says how it stands with a port: %o", (state, plugged, running, words) => {
    const hardware = { ...bare, running, usbPorts: [{ port: "1-4.2", ...state }] };
    const markup = shown(<UsbOwned hardware={hardware} plugged={plugged} />);
    expect(markup).toContain("Port 1-4.2");
    expect(markup).toContain(words);
  });
});

describe("a device that is plugged in", () => {
  test("is offered by name and by port, with what the host does with it", () => {
    const device = usb("1-3", [{ kind: "input", detail: "keyboard on USB port 1-3" }]);
    const markup = shown(<UsbOffer device={device} plugged={[device]} hardware={bare} />);
    expect(markup).toContain("046d:c52b, port 1-3");
    expect(markup).toContain("Used by the host: keyboard on USB port 1-3");
    expect(markup).not.toContain('aria-disabled="true"');
  });

  test("is offered by port alone where another one has its name", () => {
    const twins = [usb("1-3"), usb("1-4")];
    const markup = shown(<UsbOffer device={usb("1-3")} plugged={twins} hardware={bare} />);
    expect(markup.split('aria-disabled="true"')).toHaveLength(2);
  });

  test("a port can be named in which nothing is", () => {
    expect(shown(<PortField hardware={bare} />)).toContain("Another port");
  });
});
