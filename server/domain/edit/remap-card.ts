import type { Document } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { parsePciAddress } from "../../units/pci-address.schema";
import { pciAddressAttributes } from "../../units/pci-address-element";
import { attributeOf, childOf } from "../../xml/xml";
import { hostPciDevices } from "../host-devices/read-host-devices";
import { normalAddress } from "./card-functions";
import { findNotes } from "./notes";

/**
 * Points an attached device at another address of the host, for a card that changed its slot. Its place in the guest,
 * its options and the note of what it is stay as they are.
 * @throws AppError "not-found" where the VM does not have `from`, "conflict" where it has `to` already.
 */
export function remapCard(document: Document, from: string, to: string): void {
  const [old, next] = [normalAddress(from), normalAddress(to)];
  const devices = hostPciDevices(document);
  const source = childOf(devices.find(({ address }) => address === old)?.element, "source", "address");
  if (source === null) throw new AppError("not-found", { userMessage: `The VM does not have ${old}.` });
  const taken = devices.some(({ address }) => address === next);
  if (taken) throw new AppError("conflict", { userMessage: `The VM has ${next} already.` });
  const place = parsePciAddress(next);
  for (const [name, value] of Object.entries(place === null ? {} : pciAddressAttributes(place))) {
    source.setAttribute(name, value);
  }
  for (const note of findNotes(document, "device")) {
    if (attributeOf(note, "address") === old) note.setAttribute("address", next);
  }
}
