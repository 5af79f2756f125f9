import type { Document, Element } from "@xmldom/xmldom";
import { removeElement } from "../../xml/white-space";
import { childOf } from "../../xml/xml";
import { ensureScsi, freeTarget } from "./disk-target";
import { applies, type Values } from "./field.schema";
import type { Device } from "./find-device";
import { writeValues } from "./values";

/** Changes fields of a device; what no longer makes sense beside them goes. */
export function changeDevice(
  document: Document,
  { kind, element }: Device,
  { now, to }: { now: Values; to: Values },
): void {
  if (kind === null) return;
  const all = { ...now, ...to };
  const senseless = kind.fields.filter(
    (field) => field.when !== undefined && field.when.field in to && !applies(field, all),
  );
  const dropped = Object.fromEntries(senseless.map(({ name }) => [name, null]));
  writeValues(element, kind.fields, { ...to, ...dropped });
  consequences[kind.id]?.(document, element, to);
}

type Consequence = (document: Document, element: Element, to: Values) => void;

/** What else has to change with some fields. */
const consequences: Readonly<Record<string, Consequence>> = {
  disk: otherBus,
  drive: otherBus,
  screen: otherListener,
  video: otherModel,
  controller: otherModel,
};

/** On another bus a disk has another name and another place. */
function otherBus(document: Document, element: Element, { bus }: Values) {
  if (bus == null) return;
  childOf(element, "target")?.setAttribute("dev", freeTarget(document, bus));
  dropChild(element, "address");
  if (bus === "scsi") ensureScsi(document);
}

/** libvirt repeats the address as an attribute, and refuses two that differ. */
function otherListener(_document: Document, element: Element, to: Values) {
  if ("listen" in to || "address" in to || "type" in to) element.removeAttribute("listen");
  if (to.listen === "socket" || to.type === "egl-headless")
    for (const name of ["port", "autoport", "tlsPort"]) element.removeAttribute(name);
}

/** What only the model before could have. */
function otherModel(_document: Document, element: Element, to: Values) {
  if (to.model === undefined) return;
  const model = childOf(element, "model");
  for (const name of ["ram", "vram", "vram64", "vgamem"]) if (to[name] == null) model?.removeAttribute(name);
}

function dropChild(element: Element, name: string) {
  const child = childOf(element, name);
  if (child !== null) removeElement(child);
}
