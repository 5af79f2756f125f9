import { expect, test } from "vitest";
import { bridgeFindings } from "./bridge-findings";
import { fits } from "./cpu-fit";
import { type MoveFacts, moveFindings } from "./move-findings";

const gibibyte = 2 ** 30;
const vm: MoveFacts["vm"] = {
  name: "web",
  live: true,
  memoryBytes: 4 * gibibyte,
  machine: "pc-q35-7.2",
  hostDevices: [],
  snapshots: 0,
  hasSavedState: false,
};
const target: MoveFacts["target"] = {
  name: "atlas",
  isSameMachine: false,
  hasUuid: false,
  machines: ["pc-q35-7.2", "pc-q35-7.1"],
  availableMemoryBytes: 8 * gibibyte,
  missingFiles: [],
  cpu: fits,
  clockAheadMs: 400,
  olderLibvirt: null,
  unseenBridges: false,
};

test("nothing stands against a move between hosts that are alike", () => {
  expect(moveFindings({ vm, target })).toEqual([]);
});

test("what can't be found out is said, and hinders nobody", () => {
  const unknown = {
    availableMemoryBytes: null,
    missingFiles: null,
    clockAheadMs: null,
    machines: [],
    cpu: { ...fits, isUnlike: null },
    unseenBridges: true,
  };
  const said =
    "What could not be checked of atlas: how much memory it has left, which machine types it has, whether its CPUs are the same, whether it has the files that the definition names, whether it has the bridges that the VM is connected to, whether its clock agrees.";
  expect(moveFindings({ vm, target: { ...target, ...unknown } })).toEqual([
    { weight: "warn", message: said, fix: "Look at it yourself before you go on." },
  ]);
});

test.each<[string, Partial<MoveFacts["vm"]>, Partial<MoveFacts["target"]>, "fail" | "warn", RegExp, RegExp]>([
  ["the same machine", {}, { isSameMachine: true }, "fail", /same host UUID/, /host_uuid/],
  ["a twin", {}, { hasUuid: true }, "fail", /same UUID/, /copy of web/],
  [
    "CPUs",
    {},
    { cpu: { problem: "missing features: pcid", commonModel: "Nehalem", isUnlike: false } },
    "fail",
    /missing features: pcid/,
    /model Nehalem/,
  ],
  [
    "CPUs without a common model",
    {},
    { cpu: { problem: "x", commonModel: null, isUnlike: false } },
    "fail",
    /do not do/,
    /CPU model that both hosts have/,
  ],
  [
    "other CPUs under host-passthrough",
    {},
    { cpu: { problem: null, commonModel: "EPYC", isUnlike: true } },
    "warn",
    /CPUs of atlas are others/,
    /model EPYC/,
  ],
  ["a card", { hostDevices: ["0000:01:00.0"] }, {}, "fail", /0000:01:00.0/, /equal card there/],
  [
    "snapshots of one that is off",
    { live: false, snapshots: 1 },
    {},
    "fail",
    /has 1 snapshot, which libvirt keeps/,
    /Delete them/,
  ],
  [
    "a saved state",
    { live: false, hasSavedState: true },
    {},
    "fail",
    /memory of web is saved/,
    /discard its saved state/,
  ],
  ["snapshots", { snapshots: 2 }, {}, "fail", /has 2/, /Delete them/],
  [
    "a newer machine type",
    { machine: "pc-q35-9.0" },
    {},
    "fail",
    /no machine type pc-q35-9.0/,
    /older machine type/,
  ],
  [
    "no memory",
    { memoryBytes: 9 * gibibyte },
    {},
    "fail",
    /9 GiB of memory, and atlas has 8 GiB left/,
    /another host/,
  ],
  ["a file", {}, { missingFiles: ["/srv/x"] }, "fail", /\/srv\/x.*not on atlas/, /Copy it there/],
  ["an older libvirt", {}, { olderLibvirt: "8.0.0" }, "warn", /older libvirt \(8.0.0\)/, /Upgrade/],
  ["clocks", {}, { clockAheadMs: -65_000 }, "warn", /65 s behind/, /NTP/],
])("%s: what it is and what to do", (_what, ofVm, ofTarget, weight, message, fix) => {
  const found = moveFindings({ vm: { ...vm, ...ofVm }, target: { ...target, ...ofTarget } });
  expect(found).toEqual([
    { weight, message: expect.stringMatching(message), fix: expect.stringMatching(fix) },
  ]);
});

test("a VM that is off asks for no CPU, no clock and no memory of its new host", () => {
  const off = { ...vm, live: false, hostDevices: ["0000:01:00.0"] };
  const other = {
    isSameMachine: true,
    cpu: { problem: "x", commonModel: null, isUnlike: null },
    clockAheadMs: -65_000,
  };
  expect(moveFindings({ vm: off, target: { ...target, ...other } })).toEqual([]);
  const little = moveFindings({ vm: off, target: { ...target, availableMemoryBytes: 1 } });
  expect(little.map(({ weight }) => weight)).toEqual(["warn"]);
});

test("a bridge that is missing is told, and nothing where they can't be looked at", () => {
  const card = { mac: "52:54:00:00:00:01", source: "bridge br0", model: null, filter: null };
  expect(bridgeFindings([card], [{ name: "br0" }], "atlas")).toEqual([]);
  expect(bridgeFindings([card], null, "atlas")).toEqual([]);
  expect(bridgeFindings([card], [], "atlas")[0]?.message).toBe("atlas has no bridge br0.");
});
