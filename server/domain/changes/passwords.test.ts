import { describe, expect, test } from "vitest";
import { canonical } from "../../xml/canonical.test-data";
import { parseXml, serializeXml } from "../../xml/xml";
import { withPasswordsOf } from "./passwords";
import { replaceContent } from "./replace-content";

const domain = (...screens: string[]) =>
  `<domain type='qemu'><devices>${screens.map((screen) => `<graphics ${screen}/>`).join("")}</devices></domain>`;

function merged(present: string, kept: string): string {
  return serializeXml(withPasswordsOf(parseXml(present), parseXml(kept)));
}

describe("passwords that are shown to nobody", () => {
  test("stay with the display of the same place and kind", () => {
    const present = domain("type='vnc' passwd='one'", "type='spice' passwd='two'");
    expect(merged(present, domain("type='vnc' port='5901'", "type='vnc'"))).toBe(
      domain("type='vnc' port='5901' passwd='one'", "type='vnc'"),
    );
  });

  test("give way to a new one", () => {
    const present = domain("type='vnc' passwd='one'");
    expect(merged(present, domain("type='vnc' passwd='new'"))).toBe(domain("type='vnc' passwd='new'"));
  });
});

test("a document that is given another's content says the same, comments and namespaces included", () => {
  const other = `<!-- before --><domain type="kvm" xmlns:a="urn:a"><a:b c="d&#10;"/><![CDATA[<x>]]></domain><!-- after -->`;
  const document = parseXml("<domain type='qemu'><name>a</name></domain>");
  replaceContent(document, parseXml(other));
  expect(canonical(serializeXml(document))).toBe(canonical(other));
});
