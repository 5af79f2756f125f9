import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { pciAddressText } from "../../units/pci-address.schema";
import { pciAddressAttributes } from "../../units/pci-address-element";
import { buildElement } from "../../xml/build-element";
import type { ElementPlan } from "../../xml/build-xml";
import { insertElement } from "../../xml/white-space";
import { hostPciDevices } from "../host-devices/read-host-devices";
import type { AttachOptions } from "./attach-options.schema";
import { checkBootOrder } from "./boot-order";
import { type CardFunction, cardsOf, type PlacedFunction } from "./card-functions";
import { applyQuirks } from "./card-quirks";
import { ensureContainer } from "./containers";
import { deviceElements } from "./device-elements";
import { noteIdentity } from "./device-notes";
import { setDeviceProperty, userAlias } from "./device-properties";
import { takeGuestSlot } from "./guest-place";
import type { GuestSlot } from "./guest-slot";

/**
 * Attaches a card of the host to the VM: its functions become the functions of one slot of the guest. Behind PCI
 * Express that slot is a root port's, a free one or a new one. `detachCard` is the exact inverse.
 *
 * Functions of several slots become several devices of the guest; the options are those of the first.
 * @throws AppError "bad-input" for what is no address; "conflict" where the VM has the device already or the guest's
 *   address is taken.
 */
export function attachCard(
  document: Document,
  functions: readonly CardFunction[],
  options: AttachOptions,
): void {
  const cards = cardsOf(functions);
  for (const placed of cards.flat()) refuseAttached(document, placed);
  for (const [number, card] of cards.entries()) attachOne(document, card, number === 0 ? options : {});
}

function refuseAttached(document: Document, { host }: PlacedFunction) {
  const address = pciAddressText(host);
  const attached = hostPciDevices(document).some((device) => device.address === address);
  if (!attached) return;
  throw new AppError("conflict", { userMessage: `The VM has ${address} already.` });
}

function attachOne(document: Document, card: readonly PlacedFunction[], options: AttachOptions) {
  const bootOrder = options.bootOrder ?? null;
  if (bootOrder !== null) checkBootOrder(document, bootOrder);
  const slot = takeGuestSlot(document, {
    address: options.guestAddress ?? legacyAddress(options),
    ownPort: options.quirks?.includes("no-hot-plug") ?? false,
  });
  const devices = ensureContainer(document, "devices");
  const main = mainFunction(card);
  for (const placed of card) {
    const plan = hostdevPlan(placed, {
      slot,
      multifunction: card.length > 1 && placed.guestFunction === 0,
      bootOrder: placed.guestFunction === 0 ? bootOrder : null,
      rom: placed === main ? options.rom : undefined,
      alias: placed === main && options.primaryDisplay ? userAlias(pciAddressText(placed.host)) : null,
    });
    insertElement(devices, buildElement(document, plan), lastHostdev(document, devices));
    noteIdentity(document, pciAddressText(placed.host), placed.card);
  }
  if (main === undefined) return;
  const address = pciAddressText(main.host);
  if (options.primaryDisplay)
    setDeviceProperty(document, address, { name: "x-vga", type: "bool", value: "true" });
  applyQuirks(document, { address, bus: slot?.bus ?? null }, options);
}

/** Intel's legacy mode is where its graphics is at 00:02.0, as on the host. */
function legacyAddress({ quirks }: AttachOptions): string | null {
  return quirks?.includes("intel-igd-legacy") ? "0000:00:02.0" : null;
}

/** What a VBIOS and the display's properties belong to: the card's display function, else its first. */
function mainFunction(card: readonly PlacedFunction[]): PlacedFunction | undefined {
  return card.find((placed) => placed.card.class?.startsWith("03")) ?? card[0];
}

interface HostdevChoices {
  slot: GuestSlot | null;
  multifunction: boolean;
  bootOrder: number | null;
  rom: AttachOptions["rom"];
  alias: string | null;
}

/** In the order in which libvirt writes a `<hostdev>`'s children. */
function hostdevPlan({ host, guestFunction }: PlacedFunction, choices: HostdevChoices): ElementPlan {
  const { slot, multifunction, bootOrder, rom, alias } = choices;
  const children: ElementPlan[] = [
    { name: "source", children: [{ name: "address", attributes: pciAddressAttributes(host) }] },
  ];
  if (bootOrder !== null) children.push({ name: "boot", attributes: { order: String(bootOrder) } });
  if (rom?.kind === "file") children.push({ name: "rom", attributes: { file: rom.path } });
  if (rom?.kind === "off") children.push({ name: "rom", attributes: { bar: "off" } });
  if (alias !== null) children.push({ name: "alias", attributes: { name: alias } });
  if (slot !== null) {
    const attributes = { type: "pci", ...pciAddressAttributes({ ...slot, function: guestFunction }) };
    const address = multifunction ? { ...attributes, multifunction: "on" } : attributes;
    children.push({ name: "address", attributes: address });
  }
  return { name: "hostdev", attributes: { mode: "subsystem", type: "pci", managed: "yes" }, children };
}

function lastHostdev(document: Document, devices: Element): Element | undefined {
  return deviceElements(document).findLast(
    ({ nodeName, parentNode }) => nodeName === "hostdev" && parentNode === devices,
  );
}
