import type { Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import type { SocketPlace } from "../../host/sockets";
import { attributeOf, childOf, childrenOf, parseXml } from "../../xml/xml";

/** Where a running VM's VNC server listens, and what it asks for. */
export interface VncAddress {
  at: SocketPlace;
  /** Null where it lets everybody in who reaches it. */
  password: string | null;
}

/**
 * Reads the VNC server's address out of a running VM's XML, read with the flag SECURE since the password stands in it
 * (https://libvirt.org/formatdomain.html#graphical-framebuffers). An AppError "conflict" says why there is none to
 * go to; one that others on the network can reach is refused, as VNC neither encrypts nor limits how often a password
 * is tried.
 */
export function readVncAddress(xml: string, vmName: string): VncAddress {
  const devices = childOf(parseXml(xml).documentElement, "devices");
  const graphics = childrenOf(devices, "graphics").find((one) => attributeOf(one, "type") === "vnc");
  if (graphics === undefined) {
    throw conflict(
      `${vmName} runs without a VNC screen. One that was added since is there from its next start.`,
    );
  }
  const password = attributeOf(graphics, "passwd");
  return { at: readPlace(graphics, vmName), password: password === "" ? null : password };
}

function readPlace(graphics: Element, vmName: string): SocketPlace {
  const listen = childOf(graphics, "listen");
  const path = attributeOf(listen, "socket") ?? attributeOf(graphics, "socket");
  if (path !== null) return { path };
  if (attributeOf(listen, "type") === "none") {
    throw conflict(
      `${vmName}’s VNC screen listens nowhere: its definition says <listen type='none'/>. Change that to <listen type='address' address='127.0.0.1'/> and start the VM anew.`,
    );
  }
  const host = attributeOf(listen, "address") ?? attributeOf(graphics, "listen") ?? "127.0.0.1";
  if (!isLoopback(host)) {
    throw conflict(
      `${vmName}’s VNC screen listens on ${host}, where others on the network can reach it. Passdeck shows only one that listens on its host alone: change its address in the definition to <listen type='address' address='127.0.0.1'/> and shut the VM down and start it.`,
    );
  }
  const port = Number(attributeOf(graphics, "port"));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw conflict(`${vmName}’s VNC screen has no port yet. It gets one when the VM starts.`);
  }
  return { host, port };
}

/** 127.0.0.0/8 or ::1, written as libvirt writes addresses. Of names only “localhost”: others could lead elsewhere. */
function isLoopback(host: string): boolean {
  return host === "::1" || host === "localhost" || /^127(\.\d{1,3}){3}$/.test(host);
}

function conflict(userMessage: string): AppError {
  return new AppError("conflict", { userMessage });
}
