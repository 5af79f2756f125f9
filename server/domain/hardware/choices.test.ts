import { beforeAll, describe, expect, test } from "vitest";
import { schemasHere } from "../../host/libvirt/schemas.test-data";
import { parseXml, serializeXml } from "../../xml/xml";
import { patternsOfDomains } from "../changes/grammar/domain-patterns";
import type { Patterns } from "../changes/grammar/read-grammar";
import { readValues } from "../fields/values";
import { schemaProblems } from "../validate/schema-problems";
import { applyEdit, targetOf } from "./apply-edit";
import { choices } from "./choices.test-data";

let patterns: Patterns | null;
beforeAll(async () => {
  patterns = await patternsOfDomains(schemasHere);
  expect(patterns).not.toBeNull();
});

/** The definition after a change of what a form shows, which has to be valid, and what went along. */
async function changed(xml: string, key: string, to: Record<string, string | null>) {
  const document = parseXml(xml);
  expect(await schemaProblems(xml, schemasHere)).toEqual([]);
  const target = targetOf(document, key);
  if (target === undefined) throw new Error(`There is no ${key}.`);
  const now = readValues(target.element, target.fields);
  const from = Object.fromEntries(Object.keys(to).map((name) => [name, now[name] ?? null]));
  const gone = applyEdit(document, { act: "change", key, from, to }, patterns);
  const after = serializeXml(document);
  expect(await schemaProblems(after, schemasHere)).toEqual([]);
  return { after, gone: gone.join(", ") };
}

describe("with a choice goes what belonged to it alone:", () => {
  test.each(choices)("$what", async ({ before, key, to, gone, there }) => {
    const result = await changed(before, key, to);
    for (const words of gone) {
      expect(result.gone).toMatch(words);
      expect(before).not.toBe(result.after);
    }
    if (gone.length === 0) expect(result.gone).toBe("");
    for (const text of there) expect(result.after).toContain(text);
  });
});
