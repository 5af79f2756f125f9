import fc from "fast-check";
import { oddText } from "../../xml/odd-text.test-data";
import { type Field, fieldProblem } from "../fields/field.schema";
import type { DeviceForm } from "./device-form.schema";

/** Anything that a field takes, odd characters included; null where it may be left out. */
export function anyValue(field: Field): fc.Arbitrary<string | null> {
  const value = givenValue(field).filter((text) => fieldProblem(field, text) === null);
  return field.required ? value : fc.option(value, { freq: 3 });
}

/** A new device with any values; many make no sense together, and are refused. */
export function anyDevice({ fields, fresh }: DeviceForm): fc.Arbitrary<Record<string, string | null>> {
  const asked = fields.filter(({ fixed }) => !fixed);
  return fc
    .record(Object.fromEntries(asked.map((field) => [field.name, anyValue(field)])))
    .map((values) => ({ ...fresh, ...values }));
}

function givenValue({ input }: Field): fc.Arbitrary<string> {
  switch (input.kind) {
    case "presence":
      return fc.constant("yes");
    case "choice":
      return fc.constantFrom(...input.choices.map(([value]) => value));
    case "size":
      return fc.integer({ min: 64, max: 4096 }).map((mib) => String(mib * 2 ** 20));
    case "number":
      return fc.integer({ min: input.least, max: Math.min(input.most, 2 ** 31) }).map(String);
    case "lines":
      return fc.array(oddText, { minLength: 1, maxLength: 3 }).map((all) => all.join("\n"));
    case "text":
      return anyText(input.pattern);
  }
}

/** Where a pattern can be told backwards, what it matches; else odd texts, and paths of them. */
function anyText(pattern: RegExp): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(pattern);
  } catch {
    const paths = oddText.map((text) => `/srv/${text}`);
    const names = oddText.map((text) => `a${text}`);
    return fc.oneof(paths, names, oddText).filter((text) => pattern.test(text));
  }
}
