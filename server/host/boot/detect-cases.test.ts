import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { BootSetup } from "./boot-setup";
import { bootOf } from "./boot-setup.test-data";

interface DetectCase {
  name: string;
  tree: Record<string, string>;
  right: { bootLoader: string; truth: string; regenerate: string[] };
}

const file = fileURLToPath(new URL("../../../../shared/cases/host-files/detect.json", import.meta.url));
const given = existsSync(file);
const cases: DetectCase[] = given ? JSON.parse(readFileSync(file, "utf8")) : [];

/** The editors' commands, which need no file to be generated. */
const editorCommands: Readonly<Record<string, string>> = {
  grubby: "grubby --update-kernel=ALL",
  "rpm-ostree": "rpm-ostree kargs",
};

describe.runIf(given)("boots of strangers", () => {
  test.each(cases.map((one) => [one.name, one] as const))("%s", async (name, { tree, right }) => {
    const boot = await bootOf({ ...tree, "etc/os-release": osReleaseOf(name) });
    expect(boot.loader).toBe(right.bootLoader.split(" ")[0]);
    expect(right.truth).toContain(truthOf(boot));
    const commands = boot.line?.editor
      ? [editorCommands[boot.line.editor]]
      : boot.line?.regenerate.map(({ words }) => words.join(" "));
    expect(commands).toHaveLength(right.regenerate.length);
    for (const [index, command] of (commands ?? []).entries())
      expect(right.regenerate[index]).toContain(command);
  });
});

function truthOf({ line }: BootSetup): string {
  if (line?.format === "deployment") return "rpm-ostree";
  return line?.format === "first-line" ? `${line.file}, first line` : (line?.file ?? "nothing");
}

/** The trees name their distribution in the case's name alone. */
function osReleaseOf(name: string): string {
  return `ID=${name.split(/[\s,]/)[0]?.toLowerCase()}\n`;
}
