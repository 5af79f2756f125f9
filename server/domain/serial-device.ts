import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../errors";
import { childOf, childrenOf } from "../xml/xml";

/**
 * Puts a serial port of libvirt's default kind, and the console on it, into a definition; an AppError "conflict" where
 * it has one. Serial ports cannot be plugged into a running machine: it takes effect at the next start.
 */
export function putSerialConsole(document: Document): void {
  const devices =
    childOf(document.documentElement, "devices") ?? appendTo(document, document.documentElement, "devices");
  if (childrenOf(devices, "serial").length > 0) {
    throw new AppError("conflict", {
      userMessage: "This VM's definition already has a serial port. It is there from its next start.",
    });
  }
  appendDevice(document, devices, "serial", {});
  appendDevice(document, devices, "console", { type: "serial" });
}

function appendDevice(
  document: Document,
  devices: Element,
  name: string,
  target: Record<string, string>,
): void {
  const device = appendTo(document, devices, name);
  device.setAttribute("type", "pty");
  const end = appendTo(document, device, "target");
  for (const [key, value] of Object.entries(target)) end.setAttribute(key, value);
  end.setAttribute("port", "0");
}

function appendTo(document: Document, parent: Element | null, name: string): Element {
  const element = document.createElement(name);
  parent?.appendChild(element);
  return element;
}
