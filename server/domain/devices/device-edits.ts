import type { Document, Element } from "@xmldom/xmldom";
import type { Values } from "../fields/field.schema";

/** What a kind of device takes besides its fields; most take nothing. */
export interface DeviceEdits {
  /** Gives a new one, which has its values already, what no form asks for. */
  make?(document: Document, element: Element, values: Values): void;
  /** Changes what has to change with some fields. @param to The fields that were changed. */
  change?(document: Document, element: Element, to: Values): void;
  /** Takes away what can't stay without it; the device itself is still there. */
  remove?(document: Document, element: Element): void;
  /** What a new one needs of the running machine that comes only with its next start; null where nothing is missing. */
  missing?(live: Document, element: Element): string | null;
}
