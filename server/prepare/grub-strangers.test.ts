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
    ["set by case", `case "$(uname -m)" in\n  x86_64) ${field}="quiet" ;;\nesac\n`],
  ])("%s", async (_, text) => {
    const { steps } = await planOf(on("debian", text), added);
    expect(steps.map(({ file }) => file)).toEqual([`/${dropIn}`]);
    const after = `${field}="$${field} ${words}"\n`;
    expect(await thereAndBack(on("debian", text), dropIn)).toEqual({ after, back: "" });
  });

  test("and refused where none is read", async () => {
    const text = `if [ -f /x ]; then\n  ${field}="quiet"\nfi\n`;
    expect((await planOf(on("arch", text), added)).refused?.reason).toMatch(/can't be known/);
  });
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
