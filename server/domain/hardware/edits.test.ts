import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../errors";
import { canonical } from "../../xml/canonical.test-data";
import { parseXml, serializeXml } from "../../xml/xml";
import { anyValue } from "../devices/any-values.test-data";
import { devicesOf } from "../devices/find-device";
import { definitions } from "../edit/definitions.test-data";
import type { Field, Values } from "../fields/field.schema";
import { readValues } from "../fields/values";
import { applyEdit, isApplied, targetOf } from "./apply-edit";
import type { HardwareEdit } from "./hardware-edit.schema";
import { libvirtWritten } from "./libvirt-written.test-data";
import { readHardware } from "./read-hardware";

type Document = ReturnType<typeof parseXml>;
type Change = Extract<HardwareEdit, { act: "change" }>;

function fieldsOf(document: Document, key: string): readonly Field[] {
  return (targetOf(document, key)?.fields ?? []).filter(({ fixed }) => !fixed);
}

function valuesOf(document: Document, key: string): Values {
  const target = targetOf(document, key);
  return target === undefined ? {} : readValues(target.element, target.fields);
}

const pick = (values: Values, names: Values) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, values[name] ?? null]));

/** A change of one to three fields of a device or of a part of the machine. */
function aChange(document: Document): fc.Arbitrary<Change> {
  const parts = readHardware(document, null).sections.map(({ id }) => id);
  const keys = [...parts, ...devicesOf(document).map(({ key }) => key)];
  const able = keys.filter((key) => fieldsOf(document, key).length > 0);
  return fc.constantFrom(...able).chain((key) =>
    fc
      .shuffledSubarray([...fieldsOf(document, key)], { minLength: 1 })
      .chain((fields) =>
        fc.record(Object.fromEntries(fields.slice(0, 3).map((field) => [field.name, anyValue(field)]))),
      )
      .map((to) => ({ act: "change", key, from: pick(valuesOf(document, key), to), to }) as const),
  );
}

/** Whether the edit was taken; what is refused changes nothing. */
function attempt(document: Document, edit: HardwareEdit): boolean {
  const before = serializeXml(document);
  try {
    applyEdit(document, edit);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(serializeXml(document)).toBe(before);
    return false;
  }
}

/** What would give the values from before back; null where a form has no way. */
function inverseOf(document: Document, key: string, before: Values): Change | null {
  const now = valuesOf(document, key);
  const to = Object.fromEntries(Object.entries(before).filter(([name, value]) => now[name] !== value));
  return Object.keys(to).length === 0 ? null : { act: "change", key, from: pick(now, to), to };
}

/**
 * With another choice goes what belonged to the one before, and libvirt chooses anew what stood there: places, ports,
 * images. A size that was left out comes back in KiB, as libvirt writes it, and not in the unit of who wrote the definition.
 */
const oneWay = ["machine", "iothreads", "firmware", "secureBoot", "keys", "mac", "bytes"];

function isChoice(fields: readonly Field[], name: string): boolean {
  return fields.some((field) => {
    const conditions = [field.when, ...Object.values(field.goesWith ?? {})];
    return (field.name === name && field.owns) || conditions.some((condition) => condition?.field === name);
  });
}

test("of what libvirt wrote are undone by the values from before", () => {
  let undone = 0;
  fc.assert(
    fc.property(aChange(parseXml(libvirtWritten)), (edit) => {
      const document = parseXml(libvirtWritten);
      const before = valuesOf(document, edit.key);
      if (!attempt(document, edit)) return;
      const fields = fieldsOf(document, edit.key);
      const isOneWay = (name: string) => oneWay.includes(name) || isChoice(fields, name);
      if (edit.key === "screen:0" || Object.keys(edit.to).some(isOneWay)) return;
      expect(isApplied(document, edit)).toBe(true);
      const inverse = inverseOf(document, edit.key, before);
      if (inverse !== null && !attempt(document, inverse)) return;
      undone += 1;
      expect(canonical(serializeXml(document))).toBe(canonical(libvirtWritten));
    }),
    { numRuns: 400 },
  );
  expect(undone).toBeGreaterThan(80);
}, 60_000);

describe.each(Object.entries({ ...definitions, libvirtWritten }))("edits of %s", (_name, xml) => {
  /** What stands in no part that a form is about. */
  const strangers = (text: string) =>
    [
      ...text.matchAll(
        /<!--.*?-->|<vendor:note.*?<\/vendor:note>|<qemu:arg .*?>|<seclabel .*?>|<secret .*?>/gs,
      ),
    ]
      .map(([found]) => found)
      .sort();

  test("leave alone what they don't know", () => {
    fc.assert(
      fc.property(aChange(parseXml(xml)), (edit) => {
        const document = parseXml(xml);
        attempt(document, edit);
        expect(strangers(serializeXml(document))).toEqual(strangers(serializeXml(parseXml(xml))));
      }),
      { numRuns: 100 },
    );
  });
});

test.each([
  ["4194304", "8589934592"],
  ["2097152", "2147483648"],
])("more memory is there from the start, unless only a part was: %s of 4194304 KiB", (current, expected) => {
  const xml = libvirtWritten.replace(/(<currentMemory.*>)\d+/, `$1${current}`);
  const document = parseXml(xml);
  const [from, to] = [{ memory: String(2 ** 32) }, { memory: String(2 ** 33) }];
  applyEdit(document, { act: "change", key: "memory", from, to });
  expect(valuesOf(document, "memory")).toMatchObject({ memory: String(2 ** 33), current: expected });
});

test("a VM is emulated instead of run by KVM, with a CPU that the emulation has", () => {
  const document = parseXml(
    "<domain type='kvm'><name>a</name><vcpu>1</vcpu><cpu mode='host-passthrough'/></domain>",
  );
  const change = (to: Values): HardwareEdit => ({
    act: "change",
    key: "cpu",
    from: pick({ runBy: "kvm", mode: "host-passthrough" }, to),
    to,
  });
  expect(() => applyEdit(document, change({ runBy: "qemu" }))).toThrow(/CPU model “Maximum”/);
  applyEdit(document, change({ runBy: "qemu", mode: "maximum" }));
  expect(serializeXml(document)).toContain("<domain type='qemu'>");
  expect(serializeXml(document)).toContain("<cpu mode='maximum'/>");
});

describe("what somebody else did meanwhile", () => {
  const change = (from: string | null, to: string | null): HardwareEdit => ({
    act: "change",
    key: "disk:vda",
    from: { cache: from },
    to: { cache: to },
  });

  test("is not written over, and both are named", () => {
    expect(() => applyEdit(parseXml(libvirtWritten), change("writeback", "directsync"))).toThrow(
      /it was “writeback”, is now “none”, and you asked for “directsync”/,
    );
  });

  test("is no matter where it is what was asked for", () => {
    const document = parseXml(libvirtWritten);
    applyEdit(document, change("writeback", "none"));
    expect(canonical(serializeXml(document))).toBe(canonical(libvirtWritten));
  });

  test("keeps a device that is another by now", () => {
    const remove: HardwareEdit = { act: "remove", key: "disk:vda", digest: "of another" };
    expect(() => applyEdit(parseXml(libvirtWritten), remove)).toThrow(/Somebody else changed the device/);
  });
});
