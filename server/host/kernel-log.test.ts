import { describe, expect, test } from "vitest";
import { able, unable } from "./ability";
import { bootLogAsker, isAbout, readKernelLog } from "./kernel-log";
import type { HostTools, ToolResult } from "./tools";

/** Programs of a host that answer so, by their names; others are not there. */
function toolsOf(answers: Record<string, Partial<ToolResult>>): HostTools {
  return {
    run: async (program) => ({
      ...{ status: null, output: "", errors: `spawn ${program} ENOENT` },
      ...answers[program],
    }),
  };
}

describe("readKernelLog", () => {
  test("takes the journal, else the kernel's own buffer", async () => {
    const journal = { status: 0, output: "one\ntwo\n", errors: "" };
    expect(await readKernelLog(able(toolsOf({ journalctl: journal })))).toEqual({
      lines: ["one", "two"],
      problem: null,
    });
    const empty = { status: 0, output: "", errors: "" };
    const both = toolsOf({ journalctl: empty, dmesg: { status: 0, output: "three\n", errors: "" } });
    expect((await readKernelLog(able(both))).lines).toEqual(["three"]);
  });

  test("says why it can't be read", async () => {
    const denied = { status: 1, errors: "dmesg: read kernel buffer failed: Operation not permitted" };
    expect((await readKernelLog(able(toolsOf({ dmesg: denied })))).problem).toBe(
      "The kernel log can't be read (journalctl: spawn journalctl ENOENT; dmesg: dmesg: read kernel buffer failed: Operation not permitted).",
    );
    expect((await readKernelLog(unable("It is a record."))).problem).toBe(
      "The kernel log can't be read. It is a record.",
    );
  });
});

test("is asked of hosts whose programs can be run, and of no other", async () => {
  const tools = toolsOf({ dmesg: { status: 0, output: "one\n", errors: "" } });
  expect(await bootLogAsker(able(tools))?.()).toEqual({
    lines: ["one"],
    problem: null,
    source: "the kernel's log",
  });
  expect(bootLogAsker(unable("It is a record."))).toBeUndefined();
});

test.each([
  ["vfio-pci 0000:01:00.0: not ready 65535ms after FLR; giving up", true],
  ["DMAR: [DMA Read] Request device [01:00.0] fault addr 9c000000", true],
  ["NVRM: Xid (PCI:0000:01:00): 79, GPU has fallen off the bus.", true],
  ["vfio-pci 0000:01:00.1: enabling device", false],
  ["pci 0001:01:00.0: BAR 0: assigned", false],
])("“%s” is about 0000:01:00.0: %s", (line, about) => expect(isAbout(line, ["0000:01:00.0"])).toBe(about));
