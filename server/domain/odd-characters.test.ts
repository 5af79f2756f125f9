import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "../xml/canonical.test-data";
import { escapedText, oddText } from "../xml/odd-text.test-data";
import { parseXml, serializeXml } from "../xml/xml";
import { readDefinition } from "./definition";
import { definitions } from "./edit/definitions.test-data";
import { libvirtWritten } from "./hardware/libvirt-written.test-data";

const written = [libvirtWritten, definitions.q35];

/** `xml` with `text` added to the value of the attribute, or to the text, at `place` among all. */
function withText(xml: string, place: number, text: string): string {
  const places = Array.from(
    xml.matchAll(/(?<= (?!xmlns)[\w:]+='[^']*)'|(?<=>[^<>\n]+)<\//g),
    ({ index }) => index,
  );
  const at = places[place % places.length] ?? 0;
  return xml.slice(0, at) + escapedText(text) + xml.slice(at);
}

const oddDefinition = fc
  .tuple(fc.constantFrom(...written), fc.array(fc.tuple(fc.nat(), oddText), { minLength: 1, maxLength: 4 }))
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
