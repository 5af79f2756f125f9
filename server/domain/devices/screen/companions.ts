import type { Document, Element } from "@xmldom/xmldom";
import { removeElement } from "../../../xml/white-space";
import { attributeOf, childOf, childrenOf } from "../../../xml/xml";
import { deviceElements } from "../../edit/device-elements";

const spiceTypes = ["spicevmc", "spiceport"];

/**
 * Takes out what nobody but a SPICE display serves, where the VM has none any more: channels of its agent, redirected USB
 * ports, its viewer's smart card. Sound goes nowhere then, and QXL, the card for SPICE, becomes a virtio card.
 * @returns what went or changed, in words.
 */
export function dropSpiceCompanions(document: Document): string[] {
  if (hasDisplay(document, (display) => attributeOf(display, "type") === "spice")) return [];
  const gone = deviceElements(document).flatMap((device) => withoutSpice(device) ?? []);
  const filter = deviceElements(document).find(({ nodeName }) => nodeName === "redirfilter");
  const ports = deviceElements(document).some(({ nodeName }) => nodeName === "redirdev");
  if (filter === undefined || ports) return gone;
  removeElement(filter);
  return [...gone, "the filter of redirected USB devices"];
}

/**
 * Switches 3D off where no display of the VM has OpenGL any more: QEMU would not start.
 * @returns what changed, in words.
 */
export function dropAcceleration(document: Document): string[] {
  const hasGl = (display: Element) =>
    ["egl-headless", "dbus", "sdl"].includes(attributeOf(display, "type") ?? "") ||
    attributeOf(childOf(display, "gl"), "enable") === "yes";
  if (hasDisplay(document, hasGl)) return [];
  return deviceElements(document).flatMap((device) => {
    const acceleration = childOf(device, "model", "acceleration");
    if (device.nodeName !== "video" || attributeOf(acceleration, "accel3d") !== "yes") return [];
    acceleration?.setAttribute("accel3d", "no");
    return ["3D acceleration"];
  });
}

function hasDisplay(document: Document, isIt: (display: Element) => boolean): boolean {
  return deviceElements(document).some((device) => device.nodeName === "graphics" && isIt(device));
}

/** null of a device that has nothing to do with SPICE. */
function withoutSpice(device: Element): string | null {
  const bySpice = spiceTypes.includes(attributeOf(device, "type") ?? "");
  switch (device.nodeName) {
    case "channel":
      return bySpice
        ? removed(device, `the channel ${attributeOf(childOf(device, "target"), "name") ?? ""}`)
        : null;
    case "redirdev":
      return bySpice ? removed(device, "a redirected USB port") : null;
    case "smartcard":
      return bySpice ? removed(device, "the smart card of the SPICE viewer") : null;
    case "serial":
    case "console":
    case "parallel":
      return bySpice ? toTerminal(device) : null;
    case "audio":
      return attributeOf(device, "type") === "spice" ? toSilence(device) : null;
    case "video":
      return attributeOf(childOf(device, "model"), "type") === "qxl" ? toVirtio(device) : null;
    default:
      return null;
  }
}

function removed(device: Element, words: string): string {
  removeElement(device);
  return words.trim();
}

function toTerminal(device: Element): string {
  device.setAttribute("type", "pty");
  for (const name of ["source", "protocol"]) for (const one of childrenOf(device, name)) removeElement(one);
  return `SPICE behind the ${device.nodeName} port (it becomes a pty)`;
}

function toSilence(audio: Element): string {
  audio.setAttribute("type", "none");
  return "sound over SPICE (the audio backend becomes “none”)";
}

function toVirtio(video: Element): string {
  const model = childOf(video, "model");
  model?.setAttribute("type", "virtio");
  for (const name of ["ram", "vram", "vram64", "vgamem"]) model?.removeAttribute(name);
  return "QXL (the video becomes virtio)";
}
