import type { Document, Element } from "@xmldom/xmldom";
import { namespacedChildren, qemuNamespace } from "../../xml/build-element";
import { isBare, removeElement } from "../../xml/white-space";
import { attributeOf } from "../../xml/xml";
import { deviceElements } from "./device-elements";
import { type QemuArgument, qemuArguments } from "./qemu-properties";

/** "device.hostdev0.x-vga=on" */
const ofHostDevice = /^(device\.hostdev)(\d+)(\..*)$/s;

/**
 * libvirt numbers devices of the host by their place in the definition, network cards first, and `-set
 * device.hostdev0.…` goes by that number: without one of them it would meet another. What was set for the one that goes
 * is dropped, and what was set for those behind it gets their new numbers.
 * @param numbers What {@link hostDeviceNumbers} gave before the device was taken out.
 * @param removed The device that was taken out.
 * @returns what went or changed, in words.
 */
export function renumberAliases(document: Document, numbers: readonly Element[], removed: Element): string[] {
  const gone = numbers.indexOf(removed);
  if (gone < 0) return [];
  return qemuArguments(document).flatMap((argument) => {
    const [, before, number, after] = ofHostDevice.exec(argument.value) ?? [];
    if (argument.option !== "-set" || number === undefined || Number(number) < gone) return [];
    if (Number(number) === gone) return dropped(argument);
    const value = `${before}${Number(number) - 1}${after}`;
    argument.element.setAttribute("value", value);
    return [`“-set ${argument.value}” becomes “-set ${value}”`];
  });
}

/** The devices of the host in the order in which libvirt numbers them. */
export function hostDeviceNumbers(document: Document): Element[] {
  const all = deviceElements(document);
  const cards = all.filter(
    (device) => device.nodeName === "interface" && attributeOf(device, "type") === "hostdev",
  );
  return [...cards, ...all.filter(({ nodeName }) => nodeName === "hostdev")];
}

function dropped({ element, value }: QemuArgument): string[] {
  const commandLine = element.parentNode as Element;
  const all = namespacedChildren(commandLine, qemuNamespace, "arg");
  const option = all[all.indexOf(element) - 1];
  removeElement(element);
  if (option !== undefined) removeElement(option);
  if (isBare(commandLine)) removeElement(commandLine);
  return [`“-set ${value}”`];
}
