import { expect, test } from "vitest";
import { deviceForm } from "../../domain/devices/device-forms.schema";
import type { HardwareEdit } from "../../domain/hardware/hardware-edit.schema";
import { schemasHere } from "../../host/libvirt/schemas.test-data";
import { editedText } from "./edited-text";
import { schemaJudge } from "./libvirt-judge";
import { type Judge, whyRefused } from "./why-refused";

const saved =
  "<domain type='kvm'><name>a</name><memory unit='KiB'>1048576</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices><disk type='file' device='disk'><source file='/a'/><target dev='vda' bus='virtio'/></disk></devices></domain>";

async function why(edit: HardwareEdit, judge: Judge): Promise<string | null> {
  const edited = editedText(saved, edit, null);
  if ("refusal" in edited) throw new Error(edited.refusal);
  return whyRefused({ saved, edited: edited.xml, patterns: null }, edit, judge);
}

const bySchema = schemaJudge(schemasHere);
/** Refuses what has all of the texts in it. */
const without =
  (...texts: string[]): Judge =>
  async (xml) =>
    texts.every((text) => xml.includes(text)) ? { by: "libvirt", words: "libvirt refuses it." } : null;
const change = (to: Record<string, string>): HardwareEdit => ({
  act: "change",
  key: "disk:vda",
  from: Object.fromEntries(Object.keys(to).map((name) => [name, null])),
  to,
});

test("of a new device the field is told that its schema has no place for, and never what is around it", async () => {
  const values = { ...deviceForm("controller").fresh, model: "zhci" };
  const told = await why({ act: "add", kind: "controller", values, newVolume: null }, bySchema);
  expect(told).toMatch(/^Model: libvirt's schema does not allow it beside the rest/);
  expect(told).not.toMatch(/Extra element|interleave/);
});

test("of several fields the one is told that leads to it", async () => {
  const edit = change({ serial: "abc", cache: "none", discard: "unmap" });
  expect(await why(edit, without("cache='none'"))).toBe("Cache mode: libvirt refuses it.");
});

test("of fields that don't go together each is told", async () => {
  const edit = change({ serial: "abc", cache: "none", discard: "unmap" });
  expect(await why(edit, without("cache='none'", "discard='unmap'"))).toBe(
    "Cache mode, Discard mode: libvirt refuses it.",
  );
});

test("where no field alone leads to it, all are told", async () => {
  const judge: Judge = async (xml) => (/<serial>|cache/.test(xml) ? { by: "libvirt", words: "No." } : null);
  expect(await why(change({ serial: "abc", cache: "none" }), judge)).toBe("Cache mode, Serial number: No.");
});

test("what stood against the definition before is no matter of the edit", async () => {
  expect(
    await why(change({ serial: "abc" }), async () => ({ by: "libvirt", words: "It is broken." })),
  ).toBeNull();
  expect(await why(change({ serial: "abc" }), bySchema)).toBeNull();
});
