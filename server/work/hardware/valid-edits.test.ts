import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { patternsOfDomains } from "../../domain/changes/grammar/domain-patterns";
import type { Patterns } from "../../domain/changes/grammar/read-grammar";
import { anyValue } from "../../domain/devices/any-values.test-data";
import { devicesOf } from "../../domain/devices/find-device";
import type { Field, Values } from "../../domain/fields/field.schema";
import { readValues } from "../../domain/fields/values";
import { targetOf } from "../../domain/hardware/apply-edit";
import { choices } from "../../domain/hardware/choices.test-data";
import { libvirtWritten } from "../../domain/hardware/libvirt-written.test-data";
import { readHardware } from "../../domain/hardware/read-hardware";
import { schemaProblems } from "../../domain/validate/schema-problems";
import { schemasHere } from "../../host/libvirt/schemas.test-data";
import { canonical } from "../../xml/canonical.test-data";
import { parseXml } from "../../xml/xml";
import { type EditedText, editedText } from "./edited-text";
import { schemaJudge } from "./libvirt-judge";
import { whyRefused } from "./why-refused";

const bySchema = schemaJudge(schemasHere);
let patterns: Patterns | null;
beforeAll(async () => {
  patterns = await patternsOfDomains(schemasHere);
});

/** Definitions with something of each kind, and with what goes with choices. */
const grounds = [libvirtWritten, ...choices.map(({ before }) => before)];

function fieldsAt(xml: string, key: string): Field[] {
  return (targetOf(parseXml(xml), key)?.fields ?? []).filter(({ fixed }) => !fixed);
}

function valuesAt(xml: string, key: string): Values {
  const target = targetOf(parseXml(xml), key);
  return target === undefined ? {} : readValues(target.element, target.fields);
}

/** Some fields of a device, or of a part of the machine, with any values. */
const aChange = fc.constantFrom(...grounds).chain((xml) => {
  const document = parseXml(xml);
  const parts = readHardware(document, null).sections.map(({ id }) => id);
  const keys = [...parts, ...devicesOf(document).map(({ key }) => key)];
  return fc.constantFrom(...keys.filter((key) => fieldsAt(xml, key).length > 0)).chain((key) =>
    fc
      .shuffledSubarray(fieldsAt(xml, key), { minLength: 1 })
      .chain((fields) =>
        fc.record(Object.fromEntries(fields.slice(0, 4).map((field) => [field.name, anyValue(field)]))),
      )
      .map((to) => ({ xml, key, to })),
  );
});

/** The definition after a change, or why there is none, as the plan says it. */
async function attempt(xml: string, key: string, to: Values): Promise<EditedText | { refusal: string }> {
  const now = valuesAt(xml, key);
  const from = Object.fromEntries(Object.keys(to).map((name) => [name, now[name] ?? null]));
  const edit = { act: "change", key, from, to } as const;
  const result = editedText(xml, edit, patterns);
  if ("refusal" in result) return result;
  const refusal = await whyRefused({ saved: xml, edited: result.xml, patterns }, edit, bySchema);
  return refusal === null ? result : { refusal };
}

test("an edit of a form is valid by libvirt's schema, or its refusal names a field", async () => {
  const counts = { valid: 0, refused: 0, undone: 0 };
  await fc.assert(
    fc.asyncProperty(aChange, async ({ xml, key, to }) => {
      expect(await schemaProblems(xml, schemasHere)).toEqual([]);
      const result = await attempt(xml, key, to);
      const labels = fieldsAt(xml, key).map(({ label }) => label);
      if ("refusal" in result) {
        counts.refused += 1;
        expect(
          labels.some((label) => result.refusal.includes(label)),
          result.refusal,
        ).toBe(true);
        return;
      }
      const problems = (await schemaProblems(result.xml, schemasHere)) ?? [];
      expect(problems.map(({ message }) => message)).toEqual([]);
      counts.valid += 1;
      if (result.gone.length > 0 || isChoice(xml, key, to)) return;
      const back = await attempt(result.xml, key, changesBack(valuesAt(xml, key), valuesAt(result.xml, key)));
      if ("refusal" in back) return;
      counts.undone += 1;
      expect(canonical(back.xml)).toBe(canonical(xml));
    }),
    { numRuns: 300 },
  );
  expect(counts.valid).toBeGreaterThan(60);
  expect(counts.refused).toBeGreaterThan(10);
  expect(counts.undone).toBeGreaterThan(30);
}, 120_000);

/** A choice that is made otherwise takes something along, or has libvirt choose anew. */
function isChoice(xml: string, key: string, to: Values): boolean {
  const fields = fieldsAt(xml, key);
  const conditions = fields.flatMap(({ when, goesWith = {} }) => [when, ...Object.values(goesWith)]);
  return Object.keys(to).some(
    (name) =>
      ["machine", "firmware", "secureBoot", "keys", "loader", "mac", "bytes"].includes(name) ||
      fields.some((field) => field.name === name && field.owns !== undefined) ||
      conditions.some((condition) => condition?.field === name),
  );
}

function changesBack(before: Values, now: Values): Record<string, string | null> {
  return Object.fromEntries(Object.entries(before).filter(([name, value]) => (now[name] ?? null) !== value));
}
