import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedLine } from "./change-line";
import { doubleQuotedDialect, plainDialect, singleQuotedDialect } from "./dialect";
import { EditedLine } from "./edit-line";
import { type LineChange, noLineChange } from "./line-change";
import { lineWords } from "./line-words";

const changed = (line: string, change: Partial<LineChange>, dialect = plainDialect) =>
  changedLine(new EditedLine(line, dialect), { ...noLineChange, ...change }).text;

describe("a parameter that is added", () => {
  test.each([
    ["", "iommu=pt", "iommu=pt"],
    ["quiet ", "iommu=pt", "quiet iommu=pt"],
    ["quiet", "quiet", "quiet"],
    // Behind "--" all is init's.
    ["quiet -- single", "iommu=pt", "quiet iommu=pt -- single"],
    // A dash is an underscore.
    ["vfio_pci.disable_vga=1", "vfio-pci.disable_vga=1", "vfio_pci.disable_vga=1"],
    // One value, of which the last one wins, is changed where it stands.
    ["isolcpus=2-7 quiet", "isolcpus=2-5", "isolcpus=2-5 quiet"],
    ["isolcpus=1 quiet isolcpus=2", "isolcpus=3", "isolcpus=1 quiet isolcpus=3"],
    // Each of these counts.
    ["console=tty0", "console=ttyS0", "console=tty0 console=ttyS0"],
    ["video=efifb:off", "video=vesafb:off", "video=efifb:off video=vesafb:off"],
    ["cgroup_enable=memory", "cgroup_enable=cpuset", "cgroup_enable=memory cgroup_enable=cpuset"],
    ["modprobe.blacklist=a", "modprobe.blacklist=b", "modprobe.blacklist=a modprobe.blacklist=b"],
    ["modprobe.blacklist=a,b", "modprobe.blacklist=b", "modprobe.blacklist=a,b"],
    // Flags add up, unless one takes back the other.
    ["intel_iommu=on", "intel_iommu=on,sm_on", "intel_iommu=on intel_iommu=sm_on"],
    ["intel_iommu=on,sm_on", "intel_iommu=on", "intel_iommu=on,sm_on"],
    ["intel_iommu=off quiet", "intel_iommu=on", "intel_iommu=on quiet"],
    ["iommu=off quiet", "iommu=pt", "iommu=pt quiet"],
    ["iommu=1 iommu=pt", "iommu=pt", "iommu=1 iommu=pt"],
    // A list is one value.
    ["module_blacklist=nouveau", "module_blacklist=nvidia", "module_blacklist=nouveau,nvidia"],
    ['dyndbg="file a.c +p"', 'dyndbg="file b.c +p"', 'dyndbg="file a.c +p" dyndbg="file b.c +p"'],
  ])("%j and %j is %j", (line, parameter, right) => {
    expect(changed(line, { add: [parameter] })).toBe(right);
  });
});

test.each([
  ["quiet", { addIds: ["10de:2206"] }, "quiet vfio-pci.ids=10de:2206"],
  [
    "vfio_pci.ids=10de:2206 quiet",
    { addIds: ["10DE:2206", "10de:1aef"] },
    "vfio_pci.ids=10de:2206,10de:1aef quiet",
  ],
  ["vfio-pci.ids= quiet", { addIds: ["10de:2206"] }, "vfio-pci.ids=10de:2206 quiet"],
  ["a vfio-pci.ids=10de:2206,10de:1aef b", { removeIds: ["10de:1aef"] }, "a vfio-pci.ids=10de:2206 b"],
  ["a vfio-pci.ids=10de:2206 b", { removeIds: ["10de:2206"] }, "a b"],
])("ids are merged into the one list: %j", (line, change, right) => {
  expect(changed(line, change)).toBe(right);
});

test("where a program replaces values, a list takes what else would be a word of its own", () => {
  const change = { add: ["modprobe.blacklist=b", "console=ttyS0"], joinsLists: true };
  expect(changed("modprobe.blacklist=a console=tty0", change)).toBe(
    "modprobe.blacklist=a,b console=tty0 console=ttyS0",
  );
});

test("huge pages that are counted by memory node are as many as they are together", () => {
  const pages = (count: number) => ({ hugePages: { size: "1G", count } });
  expect(changed("hugepagesz=1G hugepages=0:4,1:4", pages(8))).toBe("hugepagesz=1G hugepages=0:4,1:4");
  expect(changed("hugepagesz=1G hugepages=0:4,1:4", pages(6))).toBe("hugepagesz=1G hugepages=6");
});

test.each([
  ["vfio-pci.ids=10de:1b80,10de:10f0 a", ["vfio-pci.ids=10de:1b80"], "vfio-pci.ids=10de:10f0 a"],
  ["a modprobe.blacklist=x,y", ["modprobe.blacklist=y"], "a modprobe.blacklist=x"],
  ["a modprobe.blacklist=x,y", ["modprobe.blacklist=y,x"], "a"],
  ["intel_iommu=on,sm_on a", ["intel_iommu=on"], "intel_iommu=sm_on a"],
  ["vfio-pci.ids= a", ["vfio-pci.ids="], "a"],
])("parts of a list are taken away alone: %j without %j", (line, remove, right) => {
  expect(changed(line, { remove })).toBe(right);
});

test.each([
  ["  a  b   c", ["a"], "  b   c"],
  ["a  b   c", ["b"], "a   c"],
  ["a b", ["b"], "a"],
  ["isolcpus=2-7 a", ["isolcpus"], "a"],
  ["video=a video=b", ["video=a"], "video=b"],
  ["a -- a", ["a"], "-- a"],
])("what is taken away of %j is %j, with its blanks", (line, remove, right) => {
  expect(changed(line, { remove })).toBe(right);
});

test.each([
  ["", "default_hugepagesz=1G hugepagesz=1G hugepages=8"],
  ["hugepagesz=1024M hugepages=4", "hugepagesz=1024M hugepages=8"],
  ["hugepagesz=2M hugepages=4", "hugepagesz=2M hugepages=4 default_hugepagesz=1G hugepagesz=1G hugepages=8"],
  // Pages that are counted by the default size would become as large.
  ["hugepages=512", "hugepages=512 hugepagesz=1G hugepages=8"],
])("pages of 1 GiB on %j", (line, right) => {
  expect(changed(line, { hugePages: { size: "1G", count: 8 } })).toBe(right);
});

test("a line that the kernel would cut off is refused", () => {
  expect(() => changed("x".repeat(2040), { add: ["iommu=pt"] })).toThrow(/2049 characters/);
});

const name = fc.constantFrom(
  "quiet",
  "iommu",
  "intel_iommu",
  "isolcpus",
  "console",
  "vfio-pci.ids",
  "a_b",
  "a-b",
  "video",
);
const value = fc.stringMatching(/^[a-z0-9:,.]{1,8}$/);
const parameter = fc.oneof(
  name,
  fc.tuple(name, value).map(([left, right]) => `${left}=${right}`),
  name.map((one) => `${one}="x y"`),
);
const line = fc
  .array(fc.tuple(fc.constantFrom(" ", "  ", "\t"), fc.oneof(parameter, fc.constant("--"))), { maxLength: 8 })
  .map((words) => words.map(([gap, word]) => gap + word).join(""));
const change = fc.record({
  add: fc.array(parameter, { maxLength: 3 }),
  remove: fc.array(parameter, { maxLength: 2 }),
  addIds: fc.array(fc.constantFrom("10de:2206", "10de:1aef"), { maxLength: 2 }),
  hugePages: fc.option(
    fc.record({ size: fc.constantFrom("1G", "2M"), count: fc.integer({ min: 1, max: 9 }) }),
  ),
});

test("a second application changes nothing, in each spelling", () => {
  fc.assert(
    fc.property(
      line,
      change,
      fc.constantFrom(plainDialect, doubleQuotedDialect, singleQuotedDialect),
      (text, part, dialect) => {
        // What is added and taken away in one go has no end.
        fc.pre(part.remove.length === 0 || part.add.length + part.addIds.length === 0);
        const raw = dialect === doubleQuotedDialect ? text.replaceAll('"', '\\"') : text;
        const once = changed(raw, part, dialect);
        expect(changed(once, part, dialect)).toBe(once);
      },
    ),
  );
});

test("words that a change does not name keep their places and every byte", () => {
  fc.assert(
    fc.property(line, parameter, (text, added) => {
      const before = lineWords(text, plainDialect).words;
      const after = lineWords(changed(text, { add: [added] }), plainDialect).words;
      const others = (words: typeof before) =>
        words
          .filter(({ name: one }) => one !== added.split("=")[0]?.replaceAll("-", "_"))
          .map((word) => word.text);
      expect(others(after)).toEqual(others(before));
    }),
  );
});
