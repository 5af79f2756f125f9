import { existsSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../errors";
import { canonical } from "../../xml/canonical.test-data";
import { parseXml, serializeXml } from "../../xml/xml";
import type { Field, Values } from "../fields/field.schema";
import { applyEdit, isApplied } from "../hardware/apply-edit";
import type { DeviceView } from "../hardware/hardware.schema";
import type { HardwareEdit } from "../hardware/hardware-edit.schema";
import { readHardware } from "../hardware/read-hardware";
import { anyDevice, anyValue } from "./any-values.test-data";
import type { DeviceForm } from "./device-form.schema";
import { deviceForms } from "./device-forms.schema";
import { deviceKinds } from "./device-kind.schema";
import { editsOf } from "./edits-of";

test("each kind is a folder of its name, and each folder is a kind", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.map(({ name }) => name).sort()).toEqual([...deviceKinds].sort());
  for (const kind of deviceKinds)
    expect(existsSync(`${import.meta.dirname}/${kind}/form.schema.ts`)).toBe(true);
});

/** The text with the edit carried out; null where it is refused, which has to change nothing. */
function edited(xml: string, edit: HardwareEdit): string | null {
  const document = parseXml(xml);
  try {
    applyEdit(document, edit);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(serializeXml(document)).toBe(xml);
    return null;
  }
  expect(isApplied(document, edit)).toBe(true);
  const text = serializeXml(document);
  expect(text).not.toMatch(/\n\s*\n/);
  return text;
}

const ground = serializeXml(
  parseXml(`<domain type='kvm'>
  <name>a</name>
  <uuid>6170299a-f9b6-41f0-7eda-d3feadc8d5f1</uuid>
  <memory unit='KiB'>4194304</memory>
  <os>
    <type arch='x86_64' machine='pc-q35-7.2'>hvm</type>
  </os>
  <devices>
    <disk type='file' device='disk'>
      <source file='/srv/a.qcow2'/>
      <target dev='vda' bus='virtio'/>
    </disk>
    <controller type='pci' index='0' model='pcie-root'/>
    <audio id='1' type='none'/>
  </devices>
</domain>
`),
);
const devicesOf = (xml: string) => readHardware(parseXml(xml), null).devices;
const known = new Set(devicesOf(ground).map(({ key }) => key));
const newOne = (xml: string, { id }: DeviceForm): DeviceView | undefined =>
  devicesOf(xml).find(({ key, kind }) => kind === id && !known.has(key));
const pick = (values: Values, names: Values) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, values[name] ?? null]));

/**
 * A new device, and a change of some of its fields: of those that take nothing along, as what went with a choice does not
 * come back with it (see choice-changes.test.ts).
 */
function aLife(form: DeviceForm) {
  const fields = changeable(form);
  const change = fc
    .shuffledSubarray(fields, {
      minLength: Math.min(1, fields.length),
      maxLength: Math.min(3, fields.length),
    })
    .chain((some) => fc.record(Object.fromEntries(some.map((field) => [field.name, anyValue(field)]))));
  return fc.record({ values: anyDevice(form), change });
}

function changeable({ fields }: DeviceForm): Field[] {
  return fields.filter(({ fixed, owns }) => !fixed && owns === undefined);
}

const addable = deviceForms.filter(({ fresh }) => fresh !== undefined);

describe.each(addable.map((form) => [form.id, form] as const))("a new %s", (kind, form) => {
  test("says what was asked for, whatever that is, and a change of it is taken back to the letter", () => {
    const counts = { made: 0, undone: 0 };
    fc.assert(
      fc.property(aLife(form), ({ values, change }) => {
        const made = edited(ground, { act: "add", kind, values: sensible(form, values), newVolume: null });
        if (made === null) return;
        counts.made += 1;
        const device = newOne(made, form);
        expect(device?.values).toMatchObject(given(sensible(form, values)));
        if (device === undefined || Object.keys(change).length === 0) return;
        const { key, values: before } = device;
        const changed = edited(made, { act: "change", key, from: pick(before, change), to: change });
        if (changed === null) return;
        const after = newOne(changed, form);
        const back = takenBack(before, after?.values ?? {});
        const undone =
          after === undefined || Object.keys(back).length === 0
            ? changed
            : edited(changed, { act: "change", key: after.key, from: pick(after.values, back), to: back });
        if (undone === null) return;
        counts.undone += 1;
        expect(canonical(undone)).toBe(canonical(made));
      }),
      { numRuns: 60 },
    );
    expect(counts.made).toBeGreaterThan(3);
    if (changeable(form).length > 0) expect(counts.undone).toBeGreaterThan(1);
  });

  test("is removed again, and what it needs of the machine is made once", () => {
    fc.assert(
      fc.property(anyDevice(form), (values) => {
        const once = addedAndRemoved(ground, values);
        if (once === null) return;
        expect(once).toBe(addedAndRemoved(once, values));
        if (editsOf(kind).make === undefined) expect(once).toBe(ground);
      }),
      { numRuns: 15 },
    );
  });

  function addedAndRemoved(xml: string, values: Values): string | null {
    const made = edited(xml, { act: "add", kind, values: sensible(form, values), newVolume: null });
    if (made === null) return null;
    const device = newOne(made, form);
    return edited(made, { act: "remove", key: device?.key ?? "", digest: device?.digest ?? "" });
  }
});

/** Without what makes no sense beside the rest, as the browser's form sends it. */
function sensible({ fields }: DeviceForm, values: Values): Record<string, string | null> {
  const fits = ({ when }: DeviceForm["fields"][number]) =>
    when === undefined || when.is.includes(values[when.field] ?? null);
  const names = fields.filter(fits).map(({ name }) => name);
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

function given(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** What gives the values from before back. */
function takenBack(before: Values, now: Values): Record<string, string | null> {
  return Object.fromEntries(Object.entries(before).filter(([name, value]) => now[name] !== value));
}
