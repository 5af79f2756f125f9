import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "../xml/canonical.test-data";
import { parseXml, serializeXml } from "../xml/xml";
import { readDefinition } from "./definition";
import { definitions } from "./edit/definitions.test-data";
import { libvirtWritten } from "./hardware/libvirt-written.test-data";

const written = [libvirtWritten, definitions.q35];

/** What XML 1.0 can hold, and people, guests and file systems come up with. */
const odd = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."\uFFFD\uFEFF\u202E\u200F\u2028\u0085\u007F\u009F",
        ..."\t\n\r'\"<>&;",
        "]]>",
        "&amp;",
        "&#1;",
        "<!--",
        "<?x?>",
        "<![CDATA[",
        "😀",
        "é",
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }).map((text) => text.replace(forbidden, "")),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

/** What no XML holds, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** As libvirt's virBufferEscapeString: what XML can't hold is left out, quotes and brackets are escaped, all else is raw. */
function escaped(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "'": "&apos;",
    '"': "&quot;",
  };
  return text.replace(forbidden, "").replace(/[&<>'"]/g, (found) => entities[found] ?? found);
}

/** `xml` with `text` added to the value of the attribute, or to the text, at `place` among all. */
function withText(xml: string, place: number, text: string): string {
  const places = Array.from(
    xml.matchAll(/(?<= (?!xmlns)[\w:]+='[^']*)'|(?<=>[^<>\n]+)<\//g),
    ({ index }) => index,
  );
  const at = places[place % places.length] ?? 0;
  return xml.slice(0, at) + escaped(text) + xml.slice(at);
}

const oddDefinition = fc
  .tuple(fc.constantFrom(...written), fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 4 }))
  .map(([xml, places]) => places.reduce((text, [place, more]) => withText(text, place, more), xml));

test("what libvirt writes says the same once it was read and written", () => {
  fc.assert(
    fc.property(oddDefinition, (xml) => {
      expect(canonical(serializeXml(parseXml(xml)))).toBe(canonical(xml));
    }),
  );
});

test("what libvirt writes can be read, whatever stands in it", () => {
  fc.assert(
    fc.property(oddDefinition, (xml) => {
      expect(readDefinition(xml).unreadable).toBeNull();
    }),
  );
});

/** What no libvirt writes: cut off, with a piece of something in it, or no XML at all. */
const broken = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...written),
      fc.nat(),
      fc.nat({ max: 40 }),
      fc.string({ unit: "binary", maxLength: 8 }),
    )
    .map(([xml, place, cut, more]) => {
      const at = place % xml.length;
      return xml.slice(0, at) + more + xml.slice(at + cut);
    }),
  fc.string({ unit: "binary" }),
);

test("what can't be read says so, and nothing is thrown", () => {
  fc.assert(
    fc.property(broken, (xml) => {
      const { unreadable, vcpus, memoryBytes, maximumMemoryBytes } = readDefinition(xml);
      expect(unreadable?.problem).not.toBe("");
      for (const figure of [vcpus, memoryBytes, maximumMemoryBytes]) expect(figure).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("the host's devices that an unreadable definition names are told all the same", () => {
  const cut = libvirtWritten.slice(0, libvirtWritten.lastIndexOf("</devices>"));
  expect(readDefinition(cut)).toMatchObject({
    unreadable: { problem: expect.stringContaining("not well-formed") },
    passthrough: readDefinition(libvirtWritten).passthrough,
  });
  expect(readDefinition(libvirtWritten).passthrough).not.toEqual([]);
});
