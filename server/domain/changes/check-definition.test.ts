import { describe, expect, test } from "vitest";
import { schemasHere } from "../../host/libvirt/schemas.test-data";
import { checkDefinition, refuseBadDefinition } from "./check-definition";

const installed = await schemasHere.files();
const uuid = "8e1c25c8-6b1f-4b1e-9d39-111111111111";
const present = `<domain type='qemu'>
  <name>web</name>
  <uuid>${uuid}</uuid>
  <memory unit='KiB'>65536</memory>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
  </os>
</domain>
`;

describe("a definition that libvirt would not take", () => {
  test.each([
    ["is cut short", present.replace("</domain>", ""), 9, /Premature end|EndTag/i],
    ["has a DOCTYPE", `\n<!DOCTYPE domain>\n${present}`, 2, /DOCTYPE/],
    ["is something else", "\n<network/>", 2, /not <domain>/],
    ["has no size", present.replace("65536", "much"), 4, /"much" for a size/],
    ["is another VM's by name", present.replace("web", "mail"), 2, /<name> has to stay “web”.*Rename…/],
    ["is another VM's by UUID", present.replace(uuid, uuid.replace("8e", "9e")), 3, /<uuid> has to stay/],
    ["lacks its UUID", present.replace(/ *<uuid>.*\n/, ""), 1, /<uuid> has to stay/],
    ["is empty", "", 1, /./],
  ])("%s: told with its line", async (_, text, line, message) => {
    const [problem] = await checkDefinition(present, text, schemasHere);
    expect(problem).toEqual({ line, message: expect.stringMatching(message) });
    await expect(refuseBadDefinition(present, text, schemasHere)).rejects.toThrow(
      `Nothing was saved. Line ${line}: `,
    );
  });

  test.skipIf(installed === null)(
    "has an element that the schema does not know: told with its line",
    async () => {
      const text = present.replace("  <os>", "  <nonsense/>\n  <os>");
      expect(await checkDefinition(present, text, schemasHere)).toContainEqual({
        line: 5,
        message: expect.stringContaining("nonsense"),
      });
    },
  );

  test("is none that says the same otherwise", async () => {
    expect(await checkDefinition(present, present.replaceAll("'", '"'), schemasHere)).toEqual([]);
  });
});
