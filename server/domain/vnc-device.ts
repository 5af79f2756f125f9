import { randomBytes } from "node:crypto";
import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../errors";
import { buildElement } from "../xml/build-element";
import type { ElementPlan } from "../xml/build-xml";
import { insertElement } from "../xml/white-space";
import { attributeOf, childOf, childrenOf } from "../xml/xml";
import { ensureContainer } from "./edit/containers";

/**
 * Adds a VNC screen with a password of its own to a definition. A screen cannot be plugged into a running machine: it
 * takes effect at the next start.
 */
export function addVncScreen(document: Document): void {
  putVncScreen(document, makePassword());
}

/**
 * Puts a VNC server that listens on the host alone into a definition, and what a screen needs besides: a graphics
 * card where there is none, and a tablet, without which the pointer would not stand where it is pointed to.
 * An AppError "conflict" where it has one. The password keeps the host's other users out; Passdeck reads it there.
 * @param password at most eight characters, VNC's longest
 */
export function putVncScreen(document: Document, password: string): void {
  const devices = ensureContainer(document, "devices");
  if (childrenOf(devices, "graphics").some((graphics) => attributeOf(graphics, "type") === "vnc")) {
    throw new AppError("conflict", {
      userMessage: "This VM's definition already has a VNC screen. It is there from its next start.",
    });
  }
  if (lacksTablet(devices))
    add(document, devices, { name: "input", attributes: { type: "tablet", bus: "usb" } });
  add(document, devices, vncPlan(password));
  putVideo(document, devices);
}

function vncPlan(password: string): ElementPlan {
  const listen = { name: "listen", attributes: { type: "address", address: "127.0.0.1" } };
  const attributes = { type: "vnc", port: "-1", autoport: "yes", passwd: password };
  return { name: "graphics", attributes, children: [listen] };
}

/** Standard VGA: every firmware and system has a driver for it. Without the element libvirt would choose Cirrus. */
function putVideo(document: Document, devices: Element): void {
  const model = childOf(devices, "video", "model");
  if (childrenOf(devices, "video").length === 0) {
    const children = [{ name: "model", attributes: { type: isX86(document) ? "vga" : "virtio" } }];
    add(document, devices, { name: "video", children });
  } else if (attributeOf(model, "type") === "none")
    model?.setAttribute("type", isX86(document) ? "vga" : "virtio");
}

function isX86(document: Document): boolean {
  const architecture = attributeOf(childOf(document.documentElement, "os", "type"), "arch");
  return architecture === null || /^(x86_64|i.86)$/.test(architecture);
}

function lacksTablet(devices: Element): boolean {
  const noUsb = childrenOf(devices, "controller").some(
    (one) => attributeOf(one, "type") === "usb" && attributeOf(one, "model") === "none",
  );
  return !noUsb && !childrenOf(devices, "input").some((input) => attributeOf(input, "type") === "tablet");
}

function add(document: Document, devices: Element, plan: ElementPlan): void {
  insertElement(devices, buildElement(document, plan));
}

/** Eight characters with 48 random bits. */
function makePassword(): string {
  return randomBytes(6).toString("base64url");
}
