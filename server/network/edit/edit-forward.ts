import type { Document, Element } from "@xmldom/xmldom";
import { buildElement } from "../../xml/build-element";
import { insertElement, isBare, removeElement } from "../../xml/white-space";
import { childOf, childrenOf } from "../../xml/xml";
import { setAttributes } from "./lists";
import { insertInNetwork } from "./network-order";
import { isOwn, type NetworkSettings } from "./network-settings.schema";

/** Has a network lead on as wanted; what the mode before had and the new one can't have goes. */
export function editForward(
  document: Document,
  { now, to }: { now: NetworkSettings; to: NetworkSettings },
): void {
  const network = document.documentElement;
  const found = childOf(network, "forward");
  if (to.mode === "isolated") {
    if (found !== null) removeElement(found);
    return;
  }
  if (network === null) return;
  const forward = found ?? buildElement(document, { name: "forward" });
  if (found === null) insertInNetwork(network, forward);
  if (now.mode !== to.mode) forward.setAttribute("mode", to.mode);
  if (to.mode !== "nat") for (const nat of childrenOf(forward, "nat")) removeElement(nat);
  else if (now.natIpv6 !== to.natIpv6) editNat(document, forward, to.natIpv6);
  if (now.device !== to.device) editDevice(document, forward, to);
}

function editNat(document: Document, forward: Element, ipv6: boolean): void {
  const nat = childOf(forward, "nat") ?? buildElement(document, { name: "nat" });
  if (nat.parentNode === null) insertElement(forward, nat);
  setAttributes(nat, { ipv6: ipv6 ? "yes" : null });
  if (isBare(nat) && nat.attributes.length === 0) removeElement(nat);
}

/** libvirt writes the first device twice: as an attribute and as an element. */
function editDevice(document: Document, forward: Element, to: NetworkSettings): void {
  for (const element of childrenOf(forward, "interface")) removeElement(element);
  setAttributes(forward, { dev: to.device });
  if (to.device === null || isOwn(to)) return;
  insertElement(forward, buildElement(document, { name: "interface", attributes: { dev: to.device } }));
}
