import { describe, expect, test } from "vitest";
import { schemasOf } from "../../host/libvirt/schemas.test-data";
import { refuseMalformed } from "../../xml/well-formed";
import { refuseNewProblems, schemaProblems } from "./schema-problems";

/** A schema in two files, as libvirt's is in many. */
const schema = schemasOf({
  "common.rng": `<define name="name"><element name="name"><text/></element></define>`,
  "domain.rng": `<include href="common.rng"/><start><element name="domain"><ref name="name"/></element></start>`,
});

const good = "<domain><name>a</name></domain>";
const bad = "<domain>\n<title/></domain>";

describe("the check against libvirt's schema", () => {
  test("passes what is right and names the line of what is not", async () => {
    expect(await schemaProblems(good, schema)).toEqual([]);
    expect((await schemaProblems(bad, schema))?.[0]).toMatchObject({ line: 2 });
  });

  test("says nothing where no schema is installed", async () => {
    expect(await schemaProblems(bad, schemasOf(null))).toBeNull();
    await expect(refuseNewProblems(good, bad, null)).resolves.toBeUndefined();
  });

  test("refuses what an edit broke, and not what was broken before", async () => {
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
