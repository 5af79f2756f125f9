import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { listAfter, prependingLine } from "./list-value";

const word = fc.constantFrom("ext4", "'vfio_pci'", '"amdgpu"', `"\${LIST[@]}"`, "#c\n", "\\\n");
const string = fc
  .array(fc.constantFrom("ext4", "vfio_pci", " ", "  ", "$LIST ", `\${LIST}`, `\${LIST[*]}`), {
    maxLength: 4,
  })
  .map((parts) => parts.join(""));
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom("=", "+="), fc.array(word, { maxLength: 4 }))
    .map(([sign, words]) => `LIST${sign}( ${words.join(" ")} )`),
  fc.tuple(fc.constantFrom("=", "+="), string).map(([sign, text]) => `LIST${sign}"${text}"`),
  fc.constantFrom(
    "# LIST=(no)",
    "OTHER=(a LIST=b)",
    "OTHER='\nLIST=(no)\n'",
    "LIST=btrfs",
    "true; LIST+=(xfs)",
    "",
  ),
);
const file = fc.array(line, { maxLength: 5 }).map((lines) => `${lines.join("\n")}\n`);

/** What bash makes of it, empty members left out as no tool takes them for names. */
function inBash(texts: readonly string[]): string[] {
  const script = [...texts, `printf '%s\\n' "\${LIST[@]}"`].join("\n");
  const printed = execFileSync("bash", ["-c", script], { encoding: "utf8" });
  return printed.split(/\s+/).filter((member) => member !== "");
}

function members(texts: readonly string[]): string[] {
  return listAfter(texts, "LIST")
    .flatMap((one) => one.split(/\s+/))
    .filter((one) => one !== "");
}

test("files are read as bash reads them", () => {
  fc.assert(
    fc.property(fc.array(file, { minLength: 1, maxLength: 3 }), (texts) => {
      expect(members(texts)).toEqual(inBash(texts));
    }),
  );
});

test("members are put before what a list is by then", () => {
  fc.assert(
    fc.property(fc.array(file, { minLength: 1, maxLength: 2 }), (texts) => {
      const ours = prependingLine(texts, "LIST", ["vfio", "ours"]);
      expect(inBash([...texts, ours])).toEqual(["vfio", "ours", ...inBash(texts)]);
      expect(members([...texts, ours])).toEqual(["vfio", "ours", ...members(texts)]);
    }),
  );
});
