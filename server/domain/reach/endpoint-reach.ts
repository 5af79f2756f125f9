import type { Element } from "@xmldom/xmldom";
import { attributeOf, childrenOf } from "../../xml/xml";
import type { Reach } from "./reach.schema";

/** Where QEMU listens for other machines, and what it connects to. */
export function endpointReach(element: Element, way: string, deviceType: string | null): Reach[] {
  if (way === "devices/graphics") return screenListeners(element, way);
  if (way === "devices/graphics/listen") return listenerOf(element, way);
  if (/^devices\/(serial|parallel|console|channel|redirdev|smartcard|rng\/backend)\/source$/.test(way))
    return characterEndpoint(element, way, deviceType);
  if (/^devices\/disk(\/.+)?\/source\/host$/.test(way)) return serverOf(element, way);
  if (way === "devices/interface/source") return tunnelOf(element, way, deviceType);
  return [];
}

/** A screen's old form of an address, where no `<listen>` stands for it. */
function screenListeners(element: Element, way: string): Reach[] {
  return childrenOf(element, "listen").length > 0 ? [] : listenerAt(attributeOf(element, "listen"), way);
}

function listenerOf(element: Element, way: string): Reach[] {
  if (attributeOf(element, "type") === "network") {
    const target = `the network ${attributeOf(element, "network") ?? ""}`;
    return [{ kind: "listener", target, where: way }];
  }
  return listenerAt(attributeOf(element, "address"), way);
}

function listenerAt(address: string | null, way: string): Reach[] {
  return address === null || address === "" || isLoopback(address)
    ? []
    : [{ kind: "listener", target: address, where: way }];
}

/** https://libvirt.org/formatdomain.html#tcp-client-server and #udp-network-console */
function characterEndpoint(element: Element, way: string, deviceType: string | null): Reach[] {
  if (deviceType !== "tcp" && deviceType !== "udp") return [];
  const host = attributeOf(element, "host") ?? "";
  const address = [host, attributeOf(element, "service")].filter(Boolean).join(":");
  if (attributeOf(element, "mode") !== "bind") return [{ kind: "connection", target: address, where: way }];
  return isLoopback(host) ? [] : [{ kind: "listener", target: address, where: way }];
}

function serverOf(element: Element, way: string): Reach[] {
  const name = attributeOf(element, "name");
  const port = attributeOf(element, "port");
  return name === null
    ? []
    : [{ kind: "connection", target: port === null ? name : `${name}:${port}`, where: way }];
}

/** Interfaces that are tunnels between QEMUs (https://libvirt.org/formatdomain.html#tcp-tunnel). */
function tunnelOf(element: Element, way: string, deviceType: string | null): Reach[] {
  const address = [attributeOf(element, "address"), attributeOf(element, "port")].filter(Boolean).join(":");
  if (deviceType === "client" || deviceType === "udp")
    return [{ kind: "connection", target: address, where: way }];
  if (deviceType !== "server" && deviceType !== "mcast") return [];
  return isLoopback(attributeOf(element, "address") ?? "")
    ? []
    : [{ kind: "listener", target: address, where: way }];
}

function isLoopback(address: string): boolean {
  return address === "localhost" || address === "::1" || /^127\./.test(address);
}
