import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deviceListsIn } from "../../host/looking-glass-files";
import type { Edit } from "../edit";
import { listDevice } from "./device-list";
import { setModuleSize } from "./module-size";

const line = (...known: string[]) =>
  fc.oneof(
    fc.constantFrom("", "# mine", "\tä", "\\", ...known),
    fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => !/[\n\r]/.test(text)),
  );
const textOf = (lines: fc.Arbitrary<string>) =>
  fc
    .record({
      lines: fc.array(lines, { maxLength: 8 }),
      end: fc.constantFrom("\n", "\r\n"),
      open: fc.boolean(),
    })
    .map(({ lines, end, open }) => lines.join(end) + (open || lines.length === 0 ? "" : end));

const node = "/dev/kvmfr0";

/** Whatever an edit makes of a text, it makes nothing more of that. */
function settled(text: string, edit: (text: string) => Edit): string | null {
  const once = edit(text);
  if (once.kind === "refused") return null;
  expect(edit(once.text)).toEqual(once);
  return once.text;
}

describe("cgroup_device_acl", () => {
  const texts = textOf(
    line(
      "#cgroup_device_acl = [",
      '#    "/dev/null", "/dev/kvm"',
      "#]",
      "cgroup_device_acl = [",
      '  "/dev/null",',
      `  '${node}' # it`,
      '  "/dev/kvm"',
      "]",
      'cgroup_device_acl = ["/dev/kvm"]',
      "cgroup_device_acl=[]",
      'user = "root"',
    ),
  );

  test("has the device, once, and nothing else of the file changes", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const after = settled(text, (before) => listDevice(before, node));
        if (after === null || after === text) return;
        expect(deviceListsIn(after).join("\n")).toContain(`"${node}"`);
        const isNew = !/^[ \t]*cgroup_device_acl[ \t]*=/m.test(text);
        if (isNew) expect(after.startsWith(text)).toBe(true);
        else expect(after.replace(new RegExp(`(?:, )?"${node}"`), "")).toBe(text);
      }),
    );
  });
});

describe("static_size_mb", () => {
  const texts = textOf(
    line(
      "options kvmfr static_size_mb=16",
      'options kvmfr "static_size_mb=64"',
      "options kvmfr \\",
      "  static_size_mb=32,16 x=1",
      "options other static_size_mb=1",
      "options kvmfr static_size_mb=1\\",
    ),
  );

  test("is as large as is asked for, by one number or one line more", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(16, 32, 64, 128), (text, size) => {
        const after = settled(text, (before) => setModuleSize(before, size));
        if (after === null || after === text) return;
        const line = `options kvmfr static_size_mb=${size}`;
        if (after.trimEnd().endsWith(line) && after.startsWith(text)) return;
        const gone = new RegExp(`static_size_mb=${size}`);
        expect(after).toMatch(gone);
        const other = (one: string) => one.replace(/static_size_mb=\d+/g, "static_size_mb=");
        expect(other(after)).toBe(other(text));
      }),
    );
  });
});
