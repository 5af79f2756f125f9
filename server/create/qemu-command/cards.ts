import type { QuirkId } from "../../domain/quirks/quirk-ids.schema";
import { parsePciAddress, pciAddressText, slotOf } from "../../units/pci-address.schema";
import type { CardSpecification } from "../specification/host-devices.schema";
import type { ImportDraft } from "./draft";
import type { QemuOption } from "./option";
import { isOn } from "./properties";

type CardOptions = NonNullable<CardSpecification["options"]>;

/** A PCI function of the host. Functions of one slot are one card. */
export function addCardFunction(draft: ImportDraft, option: QemuOption) {
  const address = addressOf(draft, option);
  if (address === null) return;
  option.take("multifunction");
  addFunction(draft, address, {
    ...quirksOf(option),
    ...displayOf(option),
    ...romOf(draft, option, address),
  });
}

/** @returns The card that the function is of, with what is chosen for it. */
export function addFunction(draft: ImportDraft, address: string, options: CardOptions) {
  const there = draft.cards.find(({ functions }) =>
    functions.some((other) => slotOf(other.address) === slotOf(address)),
  );
  const card = there ?? { functions: [], options: {} };
  if (there === undefined) draft.cards.push(card);
  card.functions.push({ address });
  Object.assign(card.options, options);
  return card;
}

/** "host=01:00.0", or the device's folder in sysfs. */
function addressOf(draft: ImportDraft, option: QemuOption): string | null {
  const given = option.take("host") ?? option.take("sysfsdev") ?? "";
  const place = parsePciAddress(given.replace(/^\/sys\/bus\/pci\/devices\/([^/]+)\/?$/, "$1"));
  if (place !== null) return pciAddressText(place);
  draft.note(
    option,
    given.startsWith("/sys/")
      ? `${given} is a mediated device; add it as XML.`
      : `${given} is not a PCI address. Choose the device.`,
  );
  return null;
}

function quirksOf(option: QemuOption): Pick<CardOptions, "quirks"> {
  const quirks: QuirkId[] = [];
  if (isOn(option.takeIf("x-igd-opregion", isOn))) quirks.push("intel-igd-opregion");
  if (option.takeIf("x-igd-gms", (value) => value === "2") !== undefined) quirks.push("intel-igd-memory");
  return quirks.length > 0 ? { quirks } : {};
}

function displayOf(option: QemuOption): Pick<CardOptions, "primaryDisplay"> {
  return option.takeIf("x-vga", isOn) === undefined ? {} : { primaryDisplay: true };
}

/**
 * A card has one choice of ROM, which is its first function's; what the command says of another function's is told and
 * given to none.
 */
function romOf(draft: ImportDraft, option: QemuOption, address: string): Pick<CardOptions, "rom"> {
  return address.endsWith(".0") ? romChoice(draft, option) : {};
}

/** What `rombar` and `romfile` say of a card. */
export function romChoice(draft: ImportDraft, option: QemuOption): Pick<CardOptions, "rom"> {
  if (option.takeIf("rombar", (value) => value === "0") !== undefined) return { rom: { kind: "off" } };
  option.takeIf("rombar", (value) => value === "1");
  const file = option.take("romfile");
  // An empty name is no ROM.
  if (file === "") return { rom: { kind: "off" } };
  const path = file === undefined ? null : draft.path(file, option);
  return path === null ? {} : { rom: { kind: "file", path } };
}
