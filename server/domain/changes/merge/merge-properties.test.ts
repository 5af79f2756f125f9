import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical } from "../../../xml/canonical.test-data";
import type { MergeConflict } from "./conflict";
import { mergeDefinitions } from "./merge-definitions";

const word = fc.constantFrom("a", "b", "c");
const attributes = fc
  .dictionary(fc.constantFrom("type", "dev", "name", "x:mark"), word, { maxKeys: 3 })
  .map((all) =>
    Object.entries(all)
      .map(([name, value]) => ` ${name}='${value}'`)
      .join(""),
  );
const gap = fc.constantFrom("", "\n", "\n  ");
const leaf = fc.oneof(
  fc.constantFrom("<!-- one -->", "<!-- two -->", "<?note me?>", "<x:y x:z='1'>t</x:y>"),
  fc
    .tuple(
      fc.constantFrom("memory", "title", "boot", "address", "driver"),
      attributes,
      fc.constantFrom("", "1", "2"),
    )
    .map(([name, tag, text]) => `<${name}${tag}>${text}</${name}>`),
);
/** Elements in elements, some that share their names, in all sorts of white space. */
const tree: fc.Arbitrary<string> = fc.letrec<{ node: string; list: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc
      .tuple(fc.constantFrom("disk", "interface", "devices", "cputune", "driver"), attributes, tie("list"))
      .map(([name, tag, content]) => `<${name}${tag}>${content}</${name}>`),
  ),
  list: fc
    .tuple(fc.array(fc.tuple(gap, tie("node")), { maxLength: 5 }), gap)
    .map(([nodes, end]) => nodes.map(([lead, node]) => lead + node).join("") + end),
})).list;
const definition = tree.map((content) => `<domain type='kvm' xmlns:x='urn:x'>${content}</domain>`);

describe("whatever the three definitions are", () => {
  const says = (base: string, mine: string, theirs: string, result: string) => {
    const { xml, conflicts } = mergeDefinitions({ base, mine, theirs });
    expect(conflicts).toEqual([]);
    expect(canonical(xml)).toBe(canonical(result));
  };

  test("a change of one side alone is the result", () => {
    fc.assert(
      fc.property(definition, definition, (base, changed) => {
        says(base, changed, base, changed);
        says(base, base, changed, changed);
      }),
    );
  });

  test("a change that both made is made once", () => {
    fc.assert(fc.property(definition, definition, (base, both) => says(base, both, both, both)));
  });

  test("the questions are the same whatever is chosen and whoever asks, and a choice of all gives a definition", () => {
    const swapped = ({ place, mine, theirs }: MergeConflict) => [place, theirs, mine];
    fc.assert(
      fc.property(definition, definition, definition, (base, mine, theirs) => {
        const { conflicts } = mergeDefinitions({ base, mine, theirs });
        expect(new Set(conflicts.map(({ place }) => place)).size).toBe(conflicts.length);
        const choices = Object.fromEntries(conflicts.map(({ place }) => [place, "mine"] as const));
        const chosen = mergeDefinitions({ base, mine, theirs }, choices);
        expect(chosen.conflicts).toEqual(conflicts);
        expect(() => canonical(chosen.xml)).not.toThrow();
        const turned = mergeDefinitions({ base, mine: theirs, theirs: mine });
        expect(turned.conflicts.map(swapped).sort()).toEqual(
          conflicts.map(({ place, mine, theirs }) => [place, mine, theirs]).sort(),
        );
      }),
    );
  });
});

/** A machine of which each part can be there, and have this or that value. */
interface Machine {
  memory: number;
  title: number | null;
  disks: (number | null)[];
  pins: (number | null)[];
}

const optional = fc.option(fc.integer({ min: 0, max: 9 }));
const parts = (length: number) => fc.array(optional, { minLength: length, maxLength: length });
const machine: fc.Arbitrary<Machine> = fc.record({
  memory: fc.integer({ min: 0, max: 9 }),
  title: optional,
  disks: parts(4),
  pins: parts(3),
});

function write({ memory, title, disks, pins }: Machine): string {
  const each = (values: (number | null)[], text: (index: number, value: number) => string) =>
    values.map((value, index) => (value === null ? "" : text(index, value))).join("");
  return `<domain type='kvm'>
  <name>a</name><!-- kept --><memory unit='MiB'>${memory}</memory>${title === null ? "" : `<title>${title}</title>`}
  <cputune>${each(pins, (vcpu, cpu) => `<vcpupin vcpu='${vcpu}' cpuset='${cpu}'/>`)}</cputune>
  <devices>${each(
    disks,
    (index, value) =>
      `\n    <disk type='file'>\n      <source file='/${value}'/>\n      <target dev='vd${index}'/>\n    </disk>`,
  )}
  </devices>
</domain>`;
}

/** Takes each part from one of two machines. */
function mixed(one: Machine, other: Machine, turns: readonly boolean[]): Machine {
  let at = 0;
  const pick = <Value>(here: Value, there: Value): Value => (turns[at++] ? there : here);
  const each = <Value>(here: Value[], there: Value[]) =>
    here.map((value, index) => pick(value, there[index] ?? value));
  return {
    memory: pick(one.memory, other.memory),
    title: pick(one.title, other.title),
    disks: each(one.disks, other.disks),
    pins: each(one.pins, other.pins),
  };
}

describe("changes of different parts", () => {
  test("commute, and give what both would have made one after the other", () => {
    const turns = fc.array(fc.boolean(), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(machine, machine, turns, (before, after, whose) => {
        const base = write(before);
        const mine = write(mixed(before, after, whose));
        const theirs = write(
          mixed(
            before,
            after,
            whose.map((turn) => !turn),
          ),
        );
        const both = mergeDefinitions({ base, mine, theirs });
        expect(both.conflicts).toEqual([]);
        expect(sorted(both.xml)).toBe(
          sorted(
            write(
              mixed(
                before,
                after,
                whose.map(() => true),
              ),
            ),
          ),
        );
        expect(sorted(mergeDefinitions({ base, mine: theirs, theirs: mine }).xml)).toBe(sorted(both.xml));
      }),
    );
  });
});

/** The same for definitions in which only what was added stands otherwise. */
function sorted(xml: string): string {
  return canonical(xml)
    .split(/(?=<disk)|(?=<vcpupin)|(?=\s*<\/)/)
    .sort()
    .join("");
}
