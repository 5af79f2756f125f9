import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { readPciAddress } from "../../units/pci-address-element";
import { readNumber } from "../../units/read-number";
import { removeElement } from "../../xml/white-space";
import { attributeOf } from "../../xml/xml";
import { type HostPciDevice, hostPciDevices } from "../host-devices/read-host-devices";
import { normalAddress } from "./card-functions";
import { dropQuirks } from "./card-quirks";
import { dropEmptyContainer } from "./containers";
import { deviceElements } from "./device-elements";
import { dropIdentity } from "./device-notes";
import { dropDeviceProperties } from "./device-properties";
import { guestAddressOf, pciControllers, usedSlots } from "./guest-slots";
import { dropNote, findNotes } from "./notes";
import { hostDeviceNumbers, renumberAliases } from "./positional-aliases";

/**
 * Takes devices of the host from the VM: their `<hostdev>`s, what was set for them beside libvirt's elements, our notes
 * on them, and the root port that we had added where nothing else is in it. The exact inverse of `attachCard`.
 * @returns what was set for them, or for devices behind them, by number, and goes or changes; in words.
 * @throws AppError "bad-input" for what is no address; "not-found" where the VM does not have one of them. Nothing is
 *   changed then.
 */
export function detachCard(document: Document, addresses: readonly string[]): string[] {
  const gone: string[] = [];
  const found = addresses.map((address) => attachedDevice(document, normalAddress(address)));
  for (const { element, address } of found.toReversed()) {
    const place = readPciAddress(guestAddressOf(element));
    dropQuirks(document, address);
    dropDeviceProperties(document, element);
    const numbers = hostDeviceNumbers(document);
    removeElement(element);
    gone.push(...renumberAliases(document, numbers, element));
    dropIdentity(document, address);
    if (place === null) continue;
    moveToFunctionZero(document, place);
    dropOwnPort(document, place.bus);
  }
  dropEmptyContainer(document, "devices");
  return gone;
}

function attachedDevice(document: Document, address: string): HostPciDevice {
  const device = hostPciDevices(document).find((found) => found.address === address);
  if (device?.element.nodeName === "hostdev") return device;
  const instead =
    device?.element.nodeName === "interface"
      ? "as a network interface. Remove that interface instead"
      : "as an NVMe disk. Remove that disk instead";
  throw new AppError("not-found", {
    userMessage:
      device === undefined ? `The VM does not have ${address}.` : `The VM has ${address} ${instead}.`,
  });
}

/** A guest finds no function of a slot without function 0, so what is left there takes its number. */
function moveToFunctionZero(document: Document, slot: { domain: number; bus: number; slot: number }) {
  const left = deviceElements(document).flatMap((device) => {
    const address = guestAddressOf(device);
    const place = readPciAddress(address);
    const same = place?.domain === slot.domain && place.bus === slot.bus && place.slot === slot.slot;
    return address !== null && place !== null && same ? [{ device, address, place }] : [];
  });
  const first = left.toSorted((one, other) => one.place.function - other.place.function)[0];
  if (first === undefined) return;
  if (first.place.function !== 0 && first.device.nodeName === "hostdev") {
    first.address.setAttribute("function", "0x0");
    if (left.length > 1) first.address.setAttribute("multifunction", "on");
  }
  dropMultifunction(left.map(({ address }) => address));
}

/** A lone function is no multifunction device any more. */
function dropMultifunction(addresses: readonly Element[]) {
  const [only, other] = addresses;
  if (other === undefined && only?.parentNode?.nodeName === "hostdev") only.removeAttribute("multifunction");
}

function dropOwnPort(document: Document, bus: number) {
  const note = findNotes(document, "port").find(
    (port) => readNumber(attributeOf(port, "index") ?? "") === bus,
  );
  if (note === undefined || usedSlots(document).some((slot) => slot.bus === bus)) return;
  const port = pciControllers(document).find(
    ({ index, model }) => index === bus && model === "pcie-root-port",
  );
  if (port !== undefined) removeElement(port.element);
  dropNote(note);
}
