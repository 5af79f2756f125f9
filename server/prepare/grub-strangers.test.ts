import { describe, expect, test } from "vitest";
import { added, planOf, thereAndBack } from "./strangers.test-data";

/* /etc/default/grub as people have it: what a change makes of it, and that taking it away again leaves every byte. */

const path = "etc/default/grub";
const on = (id: string, text: string, more = {}) => ({
  "etc/os-release": `ID=${id}\n`,
  [path]: text,
  ...more,
});
const field = "GRUB_CMDLINE_LINUX_DEFAULT";
const words = "intel_iommu=on iommu=pt";

describe("is changed in place, and back to the byte", () => {
  test.each<[string, string, string, string]>([
    ["no line end", "debian", `${field}="quiet"`, `${field}="quiet ${words}"`],
    ["export", "debian", `export ${field}="quiet"\n`, `export ${field}="quiet ${words}"\n`],
    ["single quotes", "debian", `${field}='quiet splash'\n`, `${field}='quiet splash ${words}'\n`],
    [
      "a comment behind it",
      "debian",
      `${field}="quiet" # "silent"\n`,
      `${field}="quiet ${words}" # "silent"\n`,
    ],
    [
      "a continued value",
      "debian",
      `${field}="quiet \\\n  splash"\n`,
      `${field}="quiet \\\n  splash ${words}"\n`,
    ],
    [
      "a value of several lines",
      "debian",
      `${field}="quiet\n  splash\n"\n`,
      `${field}="quiet\n  splash\n${words}"\n`,
    ],
    [
      "blanks at its end",
      "debian",
      `${field}="quiet\tsplash  "\t\nX=1`,
      `${field}="quiet\tsplash  ${words}"\t\nX=1`,
    ],
    ["set twice", "debian", `${field}="a"\n${field}="b"\n`, `${field}="a"\n${field}="b ${words}"\n`],
    [
      "set by itself",
      "debian",
      `${field}="a"\n${field}="\${${field}} b"\n`,
      `${field}="a"\n${field}="\${${field}} b ${words}"\n`,
    ],
    [
      "two commands on a line",
      "debian",
      `${field}="a"; export ${field}\n`,
      `${field}="a ${words}"; export ${field}\n`,
    ],
    ["added to alone", "arch", `${field}+=" splash"\n`, `${field}+=" splash ${words}"\n`],
    [
      "another one made by a program",
      "debian",
      `${field}="quiet"\nGRUB_CMDLINE_LINUX="root=$(x)"\n`,
      `${field}="quiet ${words}"\nGRUB_CMDLINE_LINUX="root=$(x)"\n`,
    ],
    [
      "a condition that is over",
      "debian",
      `if true; then ${field}="a"; fi\n${field}="b"\n`,
      `if true; then ${field}="a"; fi\n${field}="b ${words}"\n`,
    ],
    [
      "distributors that commands name",
      "debian",
      `GRUB_DISTRIBUTOR=\`( . /etc/os-release; echo \${NAME:-X} ) 2>/dev/null || echo X\`\n${field}="a"\n`,
      `GRUB_DISTRIBUTOR=\`( . /etc/os-release; echo \${NAME:-X} ) 2>/dev/null || echo X\`\n${field}="a ${words}"\n`,
    ],
    [
      "a parameter for init",
      "debian",
      `${field}="quiet -- single"\n`,
      `${field}="quiet ${words} -- single"\n`,
    ],
  ])("%s", async (_, id, before, after) => {
    expect(await thereAndBack(on(id, before), path)).toEqual({ after, back: before });
  });
});

describe("is left alone where a drop-in counts, which is emptied again", () => {
  const dropIn = "etc/default/grub.d/zz-passdeck.cfg";

  test.each<[string, string]>([
    ["made by a program", `${field}="quiet $(cat /etc/more)"\n`],
    ["put together of parts", `${field}="quiet"' splash'\n`],
    ["set under a condition", `${field}="quiet"\nif [ -f /x ]; then\n  ${field}="quiet nomodeset"\nfi\n`],
    ["set where a command succeeds", `${field}="quiet"\n[ -f /x ] && ${field}="quiet nomodeset"\n`],
    ["set in a function", `${field}="quiet"\nserver() { ${field}="console=ttyS0"; }\nserver\n`],
    ["read from a file behind it", `${field}="quiet"\n. /etc/default/grub.local\n`],
    ["unset behind it", `${field}="quiet"\nunset ${field}\n`],
    ["set by case", `case "$(uname -m)" in\n  x86_64) ${field}="quiet" ;;\nesac\n`],
  ])("%s", async (_, text) => {
    const { steps } = await planOf(on("debian", text), added);
    expect(steps.map(({ file }) => file)).toEqual([`/${dropIn}`]);
    const after = `${field}="$${field} ${words}"\n`;
    expect(await thereAndBack(on("debian", text), dropIn)).toEqual({ after, back: "" });
  });

  test.each([
    ["other flags", "intel_iommu=off", added, words],
    ["another value", "mitigations=auto", { add: ["mitigations=off"] }, "mitigations=off"],
    ["another list", "vfio-pci.ids=10de:1b80", { addIds: ["1002:67df"] }, "vfio-pci.ids=10de:1b80,1002:67df"],
  ])("a drop-in that is read later has %s", async (_, later, change, right) => {
    const other = { "etc/default/grub.d/99.cfg": `${field}="$${field} ${later}"\n` };
    const { steps } = await planOf(on("debian", `${field}="quiet"\n`, other), change);
    expect(steps).toEqual([{ file: `/${dropIn}`, before: null, after: `${field}="$${field} ${right}"\n` }]);
  });

  test.each([
    ["zz-y.cfg", "zz-zz-passdeck.cfg"],
    ["zzz.cfg", "zzz.cfg-passdeck.cfg"],
    ["~.cfg", "~.cfg-passdeck.cfg"],
  ])("behind %s stands %s", async (other, name) => {
    const files = on("debian", `${field}=""\n`, { [`etc/default/grub.d/${other}`]: `${field}="a"\n` });
    const { steps } = await planOf(files, added);
    expect(steps.map(({ file }) => file)).toEqual([`/etc/default/grub.d/${name}`]);
  });

  test("a file of our own that another one stands behind counts no longer", async () => {
    const files = on("debian", `${field}=""\n`, {
      [dropIn]: `${field}="$${field} iommu=pt"\n`,
      "etc/default/grub.d/zzz.cfg": `${field}="quiet"\n`,
    });
    const { steps } = await planOf(files, { add: ["iommu=pt"] });
    expect(steps).toMatchObject([{ file: "/etc/default/grub.d/zzz.cfg-passdeck.cfg", before: null }]);
  });

  test("and refused where none is read", async () => {
    const text = `if [ -f /x ]; then\n  ${field}="quiet"\nfi\n`;
    expect((await planOf(on("arch", text), added)).refused?.reason).toMatch(/can't be known/);
  });
});

/* GRUB reads its menu once more, in which "$" begins a variable and ";" ends a command. */
test.each([
  [`"quiet"`, "memmap=12G$20G", String.raw`"quiet memmap=12G\\\$20G"`],
  [`'quiet'`, "memmap=12G$20G", String.raw`'quiet memmap=12G\$20G'`],
  [`"quiet"`, "ds=nocloud;s=/x/", String.raw`"quiet ds=nocloud\\;s=/x/"`],
  [`"quiet"`, 'dyndbg="file a.c +p; func b"', String.raw`"quiet dyndbg=\"file a.c +p; func b\""`],
])("%s takes %s so that GRUB passes it on", async (before, word, after) => {
  const files = on("debian", `${field}=${before}\n`);
  const change = { add: [word] };
  expect(await thereAndBack(files, path, change)).toEqual({
    after: `${field}=${after}\n`,
    back: files[path],
  });
  expect((await planOf(on("debian", `${field}=${after}\n`), change)).steps).toEqual([]);
});

describe("is refused where the shell would not read it", () => {
  test.each<[string, string, RegExp]>([
    ["a value without quotes", `${field}=quiet splash\n`, /Line 1 .* takes a word of it for a command/],
    [
      "a blank in front of the sign",
      `X=1\n${field} = "quiet"\n`,
      /Line 2 .* takes a word of it for a command/,
    ],
    ["typographic quotes", `${field}=“quiet splash”\n`, /takes a word of it for a command/],
    ["a byte order mark", `\uFEFF${field}="quiet"\n`, /byte order mark/],
    ["Windows' line ends", `${field}="quiet"\r\n`, /Windows line ends/],
    ["a quote that stays open", `${field}="quiet\nGRUB_TIMEOUT=5\n`, /never closed/],
    ["a block that stays open", `${field}="quiet"\nif true; then\n`, /never closed/],
  ])("%s", async (_, text, reason) => {
    expect((await planOf(on("debian", text), added)).refused?.reason).toMatch(reason);
  });
});
