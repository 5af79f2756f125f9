import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { able } from "../../host/ability";
import { LocalConfiguration } from "../../host/configuration/local-configuration";
import { type HostTools, localTools } from "../../host/tools";
import { temporaryFolder } from "../../host/tree.test-data";
import { type Format, formats } from "./testing/formats";
import { GrubHost } from "./testing/grub-host";
import { lookAt, PrepareRig, type RigHost } from "./testing/prepare-rig";

const around = fc.array(fc.constantFrom("# a comment", "", "  ", '# GRUB_CMDLINE_LINUX="x" äöü', "\t# ö"), {
  maxLength: 3,
});

/** A file with these lines in it, however it is kept. */
const kept = (lines: readonly string[]) =>
  fc.record({
    text: fc
      .record({
        before: around,
        after: around,
        end: fc.constantFrom("\n", "\n", "\r\n"),
        open: fc.boolean(),
      })
      .map(({ before, after, end, open }) => [...before, ...lines, ...after].join(end) + (open ? "" : end)),
    bare: fc.boolean(),
    mode: fc.constantFrom(0o644, 0o600, 0o640, 0o755),
    isThere: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
    linked: fc.boolean(),
  });

const formatNames = Object.keys(formats);
let host: GrubHost;
let rig: PrepareRig;
let carriedOut: number;

beforeAll(() => {
  host = new GrubHost();
});
afterAll(() => host.remove());

describe("what is taken back is byte for byte as before", () => {
  test.each(formatNames)("%s", async (name) => {
    const format = formats[name];
    if (format === undefined) throw new Error(name);
    carriedOut = 0;
    let runs = 0;
    rig = new PrepareRig(quietHost(), temporaryFolder());
    await fc.assert(
      fc.asyncProperty(kept(format.lines), async (file) => {
        runs += 1;
        const text = file.bare ? format.lines.join("\n") : file.text;
        await appliedAndUndone(format, { ...file, text });
      }),
      { numRuns: 8 },
    );
    // Files that can't be edited without losing something are refused; not all of them can be.
    expect(carriedOut).toBeGreaterThan(runs / 4);
    rig.close();
  });
});

interface Kept {
  text: string;
  mode: number;
  isThere: boolean;
  linked: boolean;
}

async function appliedAndUndone({ path, signs, wish }: Format, file: Kept): Promise<void> {
  rmSync(host.root, { recursive: true, force: true });
  for (const [sign, text] of Object.entries(signs)) host.write(sign, text);
  host.folder("run");
  if (file.isThere) put(path, file);
  const before = lookAt(host.root);
  const planned = await rig.plan(wish ?? { add: ["iommu=pt"] });
  if (planned.plan.refusal !== null) return;
  expect(await rig.carryOut(planned)).toMatchObject({ state: "done", problem: null });
  if (planned.written.steps.length > 0) expect(lookAt(host.root)).not.toEqual(before);
  const [change] = (await rig.state()).changes;
  expect(await rig.undo(change?.id ?? "")).toMatchObject({ state: "done", problem: null });
  expect(lookAt(host.root)).toEqual(before);
  carriedOut += 1;
}

/** Behind a link where another file of its folder may be written as well. */
function put(path: string, { text, mode, linked }: Kept): void {
  const name = /^(etc\/(?:modprobe|dracut\.conf|sysctl)\.d|boot\/loader\/entries)\//.test(path) && linked;
  const place = name ? path.replace(/\/([^/]+)$/, "/0-behind-$1") : path;
  mkdirSync(dirname(join(host.root, place)), { recursive: true });
  writeFileSync(join(host.root, place), text);
  chmodSync(join(host.root, place), mode);
  if (name) symlinkSync(`0-behind-${path.slice(path.lastIndexOf("/") + 1)}`, join(host.root, path));
}

/** Its programs make nothing: they are asked for, and that is all. */
function quietHost(): RigHost {
  const inner = localTools();
  const nothing = { status: 0, output: "", errors: "" };
  const tools: HostTools = {
    run: (program, words) => (program === "cp" ? inner.run(program, words) : Promise.resolve(nothing)),
  };
  const { root, parts } = host;
  return { root, parts: { ...parts, configuration: able(new LocalConfiguration({ root, tools })) } };
}
