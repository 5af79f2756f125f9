import type { Document, Element } from "@xmldom/xmldom";
import type { Values } from "../fields/field.schema";

/** What a kind of device takes besides its fields; most take nothing. What goes with a device or a value is told in words. */
export interface DeviceEdits {
  /** Gives a new one, which has its values already, what no form asks for. */
  make?(document: Document, element: Element, values: Values): void;
  /** @throws AppError "bad-input" for a change that is none of this device's own. */
  refuse?(document: Document, element: Element, change: ValueChange): void;
  /** Changes what has to change with some fields. @param change What they were, and what they are now. */
  change?(document: Document, element: Element, change: ValueChange): readonly string[];
  /** Takes away what can't stay without it, once it is out of the definition. */
  removed?(document: Document, element: Element): readonly string[];
  /** What a new one needs of the running machine that comes only with its next start; null where nothing is missing. */
  missing?(live: Document, element: Element): string | null;
}

export interface ValueChange {
  now: Values;
  /** The fields that were changed. */
  to: Values;
}

/** Whether a field was changed to another value. */
export function changes({ now, to }: ValueChange, name: string): boolean {
  return name in to && (to[name] ?? null) !== (now[name] ?? null);
}
