import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { noLineChange } from "../kernel-line/line-change";
import { Refused } from "../refused";
import { planGrubDefault } from "./grub-default";
import { grubDefaults } from "./grub-files";

const field = "GRUB_CMDLINE_LINUX_DEFAULT";
const added = ["intel_iommu=on", "vfio-pci.ids=10de:1b80"];

const word = fc.constantFrom("quiet", "splash", "console=ttyS0,115200", "nmi_watchdog=0", "mitigations=off");
const blank = fc.constantFrom(" ", "  ", "\t", " \\\n ");
/** Of a variable that may be taken into its own new value. */
const valueFor = (name: string) =>
  fc
    .tuple(fc.array(word, { maxLength: 3 }), blank, fc.constantFrom('"', "'", ""), fc.boolean())
    .map(([words, gap, quote, refers]) => {
      if (quote === "") return words[0] ?? "";
      // Within single quotes a backslash is one.
      const text = words.join(quote === "'" ? " " : gap);
      return `${quote}${refers && quote === '"' ? `$${name} ` : ""}${text}${quote}`;
    });
const assignment = fc
  .constantFrom(field, "GRUB_CMDLINE_LINUX")
  .chain((name) => valueFor(name).map((text) => `${name}=${text}`));
const line = fc.oneof(
  { weight: 4, arbitrary: assignment },
  assignment.map((text) => `export ${text}`),
  assignment.map((text) => `if true; then ${text}; fi`),
  assignment.map((text) => `if false; then\n  ${text}\nfi`),
  assignment.map((text) => `[ -n "$HOME" ] && ${text}`),
  assignment.map((text) => `set_it() {\n  ${text}\n}`),
  assignment.map((text) => `case x in\n  y) ${text} ;;\n  *) GRUB_TIMEOUT=1 ;;\nesac`),
  fc.constantFrom("", "# a comment's quote", "GRUB_TIMEOUT=5", `#${field}="nothing"`),
);
const file = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([lines, ends]) => lines.join("\n") + (ends ? "\n" : ""));

type Files = ReadonlyMap<string, string>;

/** The words of a normal entry, as grub-mkconfig's shell has them once it has read all files (10_linux). */
function wordsOf(files: Files): string[] {
  const script = `${[...files.values()].join("\n")}\nprintf '%s %s' "$GRUB_CMDLINE_LINUX" "$${field}"`;
  return execFileSync("/bin/sh", ["-c", script], { encoding: "utf8" }).split(/\s+/).filter(Boolean);
}

function changed(files: Files, change: Partial<typeof noLineChange>): Files | null {
  const given = [...files].map(([path, text]) => ({ path, text }));
  try {
    const steps = planGrubDefault(
      { files: given, field, readsDropIns: true, byDash: true },
      { ...noLineChange, ...change },
    );
    return new Map([...files, ...steps.map((step) => [step.file, step.after] as const)]);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

test("whatever the file, a shell has the added words besides its own, and its own again without them", () => {
  let plans = 0;
  fc.assert(
    fc.property(file, (text) => {
      const before: Files = new Map([[grubDefaults, text]]);
      const after = changed(before, { add: added });
      if (after === null) return;
      plans += 1;
      const own = wordsOf(before);
      expect(wordsOf(after).toSorted()).toEqual([...own, ...added].toSorted());
      const back = changed(after, { remove: added });
      expect(back === null ? null : wordsOf(back)).toEqual(own);
    }),
  );
  expect(plans).toBeGreaterThan(0);
});
