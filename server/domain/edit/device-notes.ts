import type { Document } from "@xmldom/xmldom";
import { attributeOf } from "../../xml/xml";
import type { CardFunction } from "./card-functions";
import { addNote, dropNote, findNotes } from "./notes";

/** What a device was when it was attached. */
export interface AttachedIdentity {
  vendorId: string;
  deviceId: string;
  /** "1043:8508" */
  subsystem: string | null;
  serialNumber: string | null;
  label: string | null;
}

/** What stood at each address when it was attached, by address; nothing of devices that others attached. */
export function attachedIdentities(document: Document): Map<string, AttachedIdentity> {
  const identities = new Map<string, AttachedIdentity>();
  for (const note of findNotes(document, "device")) {
    const address = attributeOf(note, "address");
    const vendorId = attributeOf(note, "vendor");
    const deviceId = attributeOf(note, "device");
    if (address === null || vendorId === null || deviceId === null) continue;
    identities.set(address, {
      vendorId,
      deviceId,
      subsystem: attributeOf(note, "subsystem"),
      serialNumber: attributeOf(note, "serial"),
      label: attributeOf(note, "label"),
    });
  }
  return identities;
}

/** Notes what a device is; nothing where its IDs are not known. */
export function noteIdentity(document: Document, address: string, card: CardFunction) {
  const { vendorId, deviceId, subsystem, serialNumber, label } = card;
  if (vendorId === undefined || deviceId === undefined) return;
  dropIdentity(document, address);
  const attributes: Record<string, string> = { address, vendor: vendorId, device: deviceId };
  if (subsystem) attributes.subsystem = subsystem;
  if (serialNumber) attributes.serial = serialNumber;
  if (label) attributes.label = label;
  addNote(document, { name: "passdeck:device", attributes });
}

export function dropIdentity(document: Document, address: string) {
  for (const note of findNotes(document, "device")) {
    if (attributeOf(note, "address") === address) dropNote(note);
  }
}
