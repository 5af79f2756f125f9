import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sizeOf } from "../../units/memory-size";
import { canonical } from "../../xml/canonical.test-data";
import { parseXml, serializeXml } from "../../xml/xml";
import { attachCard } from "./attach-card";
import { definitions } from "./definitions.test-data";
import { detachCard } from "./detach-card";
import { hideKvm, showKvm } from "./hide-kvm";
import { dropHugepages, setHugepages } from "./hugepages";
import { setMemory } from "./memory";
import { partOf } from "./parts";
import { pinVcpu, unpinVcpu } from "./pin";
import { setVcpus } from "./vcpus";
import { dropVendorId, setVendorId } from "./vendor-id";

type Document = ReturnType<typeof parseXml>;
/** An edit; it answers with its inverse. Each stands once in a run: a second one of a kind is undone by the first's. */
type Edit = (document: Document) => (document: Document) => void;

const textOf = (document: Document, name: string) => partOf(document, { container: null, name })?.textContent;
const size = fc.integer({ min: 64, max: 65_536 }).map((mib) => BigInt(mib) * 1024n ** 2n);

const attach = fc.subarray([0, 1, 2, 3], { minLength: 1 }).map(
  (numbers): Edit =>
    (document) => {
      const addresses = numbers.map((number) => `0000:61:00.${number}`);
      attachCard(
        document,
        addresses.map((address) => ({ address, vendorId: "10de", deviceId: "2204" })),
        {},
      );
      return (later) => detachCard(later, addresses);
    },
);
const vcpus = fc.integer({ min: 1, max: 64 }).map(
  (count): Edit =>
    (document) => {
      const before = Number(textOf(document, "vcpu") ?? 1);
      // With the count that is there already, only how many of them start is changed; that is taken back by naming it.
      setVcpus(document, count === before ? count + 1 : count);
      return (later) => setVcpus(later, before);
    },
);
const memory = size.map(
  (bytes): Edit =>
    (document) => {
      const before = sizeOf(partOf(document, { container: null, name: "memory" }));
      if (before === null) return () => undefined;
      setMemory(document, bytes === before ? bytes * 2n : bytes);
      return (later) => setMemory(later, before);
    },
);
const pin = fc.constantFrom("0", "1-3,8").map(
  (cpus): Edit =>
    (document) => {
      pinVcpu(document, 0, cpus);
      return (later) => unpinVcpu(later, 0);
    },
);
const hugepages = fc.constantFrom(2n ** 21n, 2n ** 30n).map(
  (bytes): Edit =>
    (document) => {
      setHugepages(document, bytes);
      return dropHugepages;
    },
);
const hidden = fc.constant<Edit>((document) => {
  hideKvm(document);
  return showKvm;
});
const vendor = fc.constant<Edit>((document) => {
  setVendorId(document, "somebody");
  return dropVendorId;
});

/** Some of the edits, each once, in any order. */
const edits = fc
  .tuple(attach, vcpus, memory, pin, hugepages, hidden, vendor)
  .chain((all) => fc.shuffledSubarray<Edit>([...all], { minLength: 1 }));

describe.each(Object.entries(definitions))("edits of %s", (_name, xml) => {
  test("are undone by their inverses, whatever they are and in whatever order they came", () => {
    fc.assert(
      fc.property(edits, (chosen) => {
        let document = parseXml(xml);
        const inverses = chosen.map((edit) => edit(document));
        document = parseXml(serializeXml(document));
        for (const inverse of inverses.toReversed()) inverse(document);
        expect(canonical(serializeXml(document))).toBe(canonical(xml));
      }),
      { numRuns: 60 },
    );
  });

  test("is written as it was read", () => {
    expect(canonical(serializeXml(parseXml(xml)))).toBe(canonical(xml));
  });
});
