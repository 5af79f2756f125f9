import type { CardFunction } from "../domain/edit/card-functions";
import { noteIdentity } from "../domain/edit/device-notes";
import { remapCard } from "../domain/edit/remap-card";
import { parseXml, serializeXml } from "../xml/xml";
import { type MovedDisk, movedDefinition } from "./moved-definition";

/** A function of a card, and the equal one of the other host that stands in for it. */
export interface ExchangedFunction {
  /** On the source, "0000:01:00.0". */
  from: string;
  to: CardFunction;
}

/**
 * The definition of a VM that is off as it is on another host: disks that were copied name their file there, and cards are
 * equal ones of that host, at the same place in the guest and with the same options.
 */
export function coldDefinition(
  xml: string,
  disks: readonly MovedDisk[],
  functions: readonly ExchangedFunction[],
): string {
  const document = parseXml(movedDefinition(xml, disks));
  // Addresses of both hosts may cross: what one device leaves another may take.
  for (const [number, { from }] of functions.entries()) remapCard(document, from, aside(number));
  for (const [number, { to }] of functions.entries()) {
    remapCard(document, aside(number), to.address);
    noteIdentity(document, to.address, to);
  }
  return serializeXml(document);
}

/** An address that no host has: the last domain's. */
function aside(number: number): string {
  return `ffff:${number.toString(16).padStart(2, "0")}:1f.7`;
}
