/** An element on the way to a value: its name and, among several, attributes that it has. */
export interface Step {
  element: string;
  where: Readonly<Record<string, string>>;
}

/** Where a value stands below an element. */
export interface Place {
  steps: readonly Step[];
  /** An attribute of the last element, its text, or that it is there at all. */
  states: { attribute: string } | "text" | "presence";
}

/**
 * Reads where a field stands: "driver@cache" is the attribute of a child, "@type" one of the element itself, "serial" a
 * child's text, "readonly!" that it is there, "timer[name=hpet]@present" an attribute of the one so named.
 */
export function placeOf(at: string): Place {
  const [, way = "", attribute, mark] = /^([^@!]*)(?:@(\w+)|(!))?$/.exec(at) ?? [];
  const steps = way === "" ? [] : way.split("/").map(stepOf);
  if (attribute !== undefined) return { steps, states: { attribute } };
  return { steps, states: mark === undefined ? "text" : "presence" };
}

function stepOf(text: string): Step {
  const [, element = text, name, value] = /^([\w-]+)(?:\[(\w+)=([\w.-]+)\])?$/.exec(text) ?? [];
  return { element, where: name === undefined || value === undefined ? {} : { [name]: value } };
}
