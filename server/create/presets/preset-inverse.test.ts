import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attachCard } from "../../domain/edit/attach-card";
import { definitions } from "../../domain/edit/definitions.test-data";
import { detachCard } from "../../domain/edit/detach-card";
import { hideKvm, showKvm } from "../../domain/edit/hide-kvm";
import { dropHugepages, setHugepages } from "../../domain/edit/hugepages";
import { dropVendorId, setVendorId } from "../../domain/edit/vendor-id";
import { canonical } from "../../xml/canonical.test-data";
import { parseXml, serializeXml } from "../../xml/xml";
import { applyPreset, dropPreset } from "./preset-edit";
import { presetIds } from "./preset-ids.schema";

type Document = ReturnType<typeof parseXml>;
type Act = (document: Document) => void;
const { q35, i440fx, bare, empty } = definitions;

const card = "0000:61:00.0";
const others: [Act, Act][] = [
  [(document) => hideKvm(document), showKvm],
  [(document) => setVendorId(document, "somebody"), dropVendorId],
  [(document) => setHugepages(document, 2n ** 21n), dropHugepages],
  [
    (document) => attachCard(document, [{ address: card }], { quirks: ["nvidia-error-43"] }),
    (document) => detachCard(document, [card]),
  ],
];

describe.each(Object.entries({ q35, i440fx, bare, empty }))("a preset of %s", (_name, xml) => {
  test("is taken back among other edits", () => {
    const acts = fc
      .tuple(fc.constantFrom(...presetIds), fc.shuffledSubarray(others), fc.nat(4))
      .map(([id, around, place]) =>
        around.toSpliced(place, 0, [(document) => applyPreset(document, id), dropPreset]),
      );
    fc.assert(
      fc.property(acts, (chosen) => {
        let document = parseXml(xml);
        for (const [act] of chosen) act(document);
        document = parseXml(serializeXml(document));
        for (const [, inverse] of chosen.toReversed()) inverse(document);
        expect(canonical(serializeXml(document))).toBe(canonical(xml));
      }),
      { numRuns: 60 },
    );
  });
});
