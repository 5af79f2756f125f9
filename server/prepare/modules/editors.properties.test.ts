import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edit } from "../edit";
import { addForcedModules, removeForcedModules } from "./booster";
import { overrideDriver } from "./driver-override";
import { setHugePages } from "./huge-pages";
import { blacklistModules, unblacklistModules } from "./modprobe/blacklist";
import { addSoftdep } from "./modprobe/softdep";
import { addVfioIds, removeVfioIds } from "./modprobe/vfio-ids";
import { addEarlyModuleLines, loadModules, removeModuleLines } from "./module-lines";
import { addToList, removeFromList } from "./shell-lists/edit-list";

type Editor = (text: string) => Edit;

const name = fc.constantFrom("nvidia", "nouveau", "snd_hda_intel", "i2c-nvidia-gpu", "amdgpu", "xe");
const id = fc.constantFrom("10de:1b80", "10DE:10f0", "1002:67df:1682:9587", "8086:125c");
const blank = fc.constantFrom(" ", "\t", "  ", " \\\n  ");
const lineEnd = fc.constantFrom("\n", "\n", "\n", "\r\n");
const comment = fc.constantFrom(
  "# vfio_pci",
  "#options vfio-pci ids=10de:2206",
  "",
  "  ",
  "#blacklist ours \\",
);

/** A file of such lines, of which the last may have no line end. */
function fileOf(...lines: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  const line = fc.tuple(fc.oneof(...lines), lineEnd).map((parts) => parts.join(""));
  return fc
    .tuple(fc.array(line, { maxLength: 8 }), fc.boolean())
    .map(([all, isOpen]) => (isOpen ? all.join("").replace(/\r?\n$/, "") : all.join("")))
    .filter((text) => !/\\\n?$/.test(text));
}

const ids = fc.array(id, { minLength: 1, maxLength: 3 }).map((list) => `ids=${list.join(",")}`);
const option = fc.oneof(
  fc.constantFrom("disable_vga=1", "disable_idle_d3=1"),
  ids,
  ids.map((list) => `"${list}"`),
);
const modprobeFile = fileOf(
  comment,
  fc.tuple(fc.constantFrom("blacklist", "softdep", "alias"), blank, name).map((parts) => parts.join("")),
  fc
    .tuple(name, blank, fc.constantFrom("nouveau", "vfio-pci"))
    .map(([module, gap, pre]) => `softdep ${module}${gap}pre: ${pre}`),
  fc
    .tuple(
      fc.constantFrom("vfio-pci", "vfio_pci"),
      fc.array(fc.tuple(blank, option), { minLength: 1, maxLength: 3 }),
    )
    .map(([module, words]) => `options ${module}${words.flat().join("")}`),
);
const listFile = fileOf(
  comment,
  name,
  fc.tuple(name, fc.constant(" debug=1")).map((parts) => parts.join("")),
);
const member = fc
  .tuple(name, fc.constantFrom(" ", "  ", "\n  ", " # one\n\t"))
  .map((parts) => parts.join(""));
const members = fc
  .tuple(fc.constantFrom("", " ", "\n  "), fc.array(member, { maxLength: 4 }))
  .map(([lead, all]) => lead + all.join(""));
const shellFile = fileOf(
  comment.filter((text) => !text.endsWith("\\")),
  fc.tuple(fc.constantFrom("MODULES=(", "MODULES+=("), members).map(([begin, list]) => `${begin}${list})`),
  fc
    .tuple(
      fc.constantFrom("HOOKS=(base udev)", 'COMPRESSION="lz4"', "FILES=() # none"),
      fc.constantFrom("", " "),
    )
    .map((parts) => parts.join("")),
).filter((text) => /^MODULES/m.test(text));
const stringFile = fileOf(
  comment.filter((text) => !text.endsWith("\\")),
  fc
    .tuple(fc.constantFrom('MODULES="', "MODULES+='"), members)
    .map(([begin, list]) => begin + list + begin.at(-1)),
).filter((text) => /^MODULES/m.test(text));
const boosterFile = fileOf(comment, fc.constantFrom("universal: false", "compression: zstd")).chain((text) =>
  fc.oneof(
    fc.constant(text),
    fc
      .tuple(fc.array(name, { minLength: 1, maxLength: 3 }), fc.constantFrom('"', "'", ""))
      .map(([list, quote]) => `modules_force_load: ${quote}${list.join(",")}${quote}\n${text}`),
  ),
);

const ours = ["ours_one", "ours-two"];
const early = { early: ours, before: [] };
const rivals = { early: ["nvidia", ...ours], before: ["amdgpu", "xe"] };
const newIds = ["1af4:1041", "1AF4:1042"];
const sysctlFile = fileOf(
  comment,
  fc.constantFrom("vm.nr_hugepages = 12", "-vm/nr_hugepages=0 ", "vm.swappiness=1"),
);
const memory = { bytes: 32n * 1024n ** 3n, defaultPageBytes: 2n * 1024n ** 2n };

const editors: [string, fc.Arbitrary<string>, Editor, undo: Editor | null][] = [
  ["ids", modprobeFile, (text) => addVfioIds(text, newIds, new Set()), (text) => removeVfioIds(text, newIds)],
  [
    "blacklist",
    modprobeFile,
    (text) => blacklistModules(text, ours),
    (text) => unblacklistModules(text, ours),
  ],
  ["softdep", modprobeFile, (text) => addSoftdep(text, "nouveau"), null],
  ["modules-load", listFile, (text) => loadModules(text, ours), (text) => removeModuleLines(text, ours)],
  [
    "initramfs-tools",
    listFile,
    (text) => addEarlyModuleLines(text, early),
    (text) => removeModuleLines(text, ours),
  ],
  ["initramfs-tools, rivals", listFile, (text) => addEarlyModuleLines(text, rivals), null],
  [
    "array",
    shellFile,
    (text) => addToList(text, "MODULES", early),
    (text) => removeFromList(text, "MODULES", ours),
  ],
  ["array, rivals", shellFile, (text) => addToList(text, "MODULES", rivals), null],
  [
    "string",
    stringFile,
    (text) => addToList(text, "MODULES", early),
    (text) => removeFromList(text, "MODULES", ours),
  ],
  [
    "booster",
    boosterFile,
    (text) => addForcedModules(text, early),
    (text) => removeForcedModules(text, ours),
  ],
  ["booster, rivals", boosterFile, (text) => addForcedModules(text, rivals), null],
  [
    "driverctl",
    fc.constantFrom("", "\n", "nvidia\n", "vfio-pci", "vfio_pci\r\n"),
    (text) => overrideDriver(text, "vfio-pci"),
    null,
  ],
  [
    "sysctl",
    sysctlFile,
    (text) => setHugePages(text, { count: 8, pageBytes: memory.defaultPageBytes }, memory),
    null,
  ],
];

function textOf(edit: Edit): string {
  if (edit.kind === "refused") throw new Error(edit.reason);
  return edit.text;
}

describe.each(editors)("%s", (_, file, apply) => {
  test("a second time changes nothing", () => {
    fc.assert(
      fc.property(file, (text) => {
        const once = textOf(apply(text));
        expect(textOf(apply(once))).toBe(once);
      }),
    );
  });
});

describe.each(editors.filter(([, , , undo]) => undo !== null))("%s", (_, file, apply, undo) => {
  test("undone, it is what it was, byte by byte", () => {
    fc.assert(
      fc.property(file, (text) => {
        const once = textOf(apply(text));
        expect(once).not.toBe(text);
        expect(textOf(undo?.(once) ?? apply(text))).toBe(text);
      }),
    );
  });
});

test("every line that was there is still there, in its order", () => {
  fc.assert(
    fc.property(modprobeFile, (text) => {
      const after = textOf(blacklistModules(text, ours));
      expect(after.startsWith(text)).toBe(true);
    }),
  );
});

const shellWords =
  "MODULES=,MODULES+=,(,),\",\\,\n, ,#,nvidia,$(,`,{,},if,fi,;,&&,$MODULES,',\r\n,case x in,esac".split(",");
const modprobeWords =
  'options,blacklist,softdep, ,vfio-pci,\t,\n,\\\n,\\,ids=,1:2,",#,install,nouveau,pre:,\r'.split(",");
const boosterWords = ["modules_force_load:", ..." \n,\"'#\r{>", "nvidia", "amdgpu", "- x"];

test.each([
  ...editors.filter(([kind]) => /array|string/.test(kind)).map((one) => [...one, shellWords] as const),
  ...editors
    .filter(([kind]) => /ids|blacklist|softdep/.test(kind))
    .map((one) => [...one, modprobeWords] as const),
  ...editors.filter(([kind]) => kind.startsWith("booster")).map((one) => [...one, boosterWords] as const),
])("%s: whatever a file says, twice is as once, unless it is refused", (_, __, apply, undo, words) => {
  const file = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((all) => all.join(""));
  fc.assert(
    fc.property(file, (text) => {
      for (const edit of [apply, undo ?? apply]) {
        const once = edit(text);
        expect(once.kind === "refused" ? once : edit(once.text)).toEqual(once);
      }
    }),
  );
});
