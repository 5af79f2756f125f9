import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { refuseMalformed } from "../../xml/well-formed";
import { refuseNewProblems, schemaProblems } from "./schema-problems";

/** A schema in two files, as libvirt's is in many. */
function smallSchema(): string {
  const folder = mkdtempSync(join(tmpdir(), "passdeck-schema-"));
  const grammar = (content: string) =>
    `<grammar xmlns="http://relaxng.org/ns/structure/1.0">${content}</grammar>`;
  writeFileSync(
    join(folder, "common.rng"),
    grammar(`<define name="name"><element name="name"><text/></element></define>`),
  );
  const start = `<start><element name="domain"><ref name="name"/></element></start>`;
  writeFileSync(join(folder, "domain.rng"), grammar(`<include href="common.rng"/>${start}`));
  return join(folder, "domain.rng");
}

const good = "<domain><name>a</name></domain>";
const bad = "<domain>\n<title/></domain>";

describe("the check against libvirt's schema", () => {
  test("passes what is right and names the line of what is not", async () => {
    const schema = smallSchema();
    expect(await schemaProblems(good, schema)).toEqual([]);
    expect((await schemaProblems(bad, schema))?.[0]).toMatchObject({ line: 2 });
  });

  test("says nothing where no schema is installed", async () => {
    expect(await schemaProblems(bad, "/no/such/domain.rng")).toBeNull();
    await expect(refuseNewProblems(good, bad, "/no/such/domain.rng")).resolves.toBeUndefined();
  });

  test("refuses what an edit broke, and not what was broken before", async () => {
    const schema = smallSchema();
    await expect(refuseNewProblems(good, bad, schema)).rejects.toThrow(/line 2/);
    await expect(refuseNewProblems(bad, bad, schema)).resolves.toBeUndefined();
  });
});

describe("the check for well-formedness", () => {
  test("names line and reason", async () => {
    await expect(refuseMalformed("<a>\n<b></a>")).rejects.toThrow(/line 2: Opening and ending tag mismatch/);
    await expect(refuseMalformed("<a/>")).resolves.toBeUndefined();
  });
});
