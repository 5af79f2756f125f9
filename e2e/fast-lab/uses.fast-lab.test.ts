import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JudgedReport } from "@/server/pci/schema";
import { card, setScene } from "./fast-lab-test";
import { Keeper } from "./uses/inside";
import { type ExpectedUse, mountCases } from "./uses/mount-cases";
import { Disks } from "./uses/mount-disks";
import { drivers, nodeCases, renamed, services } from "./uses/node-cases";

const scene = setScene(["vfio-pci"], drivers);
const holders = new Map<string, Keeper>();
const mounted = new Map<string, ExpectedUse[]>();
let disks: Disks;
let report: JudgedReport;

const words = (node: string) => `holds-a-node (process ${holders.get(node)?.pid}) has /dev/${node} open`;

/** Who is said to be used so: "0000:01:00.0 process". */
function usedWith(detail: string, { devices }: JudgedReport = report): string[] {
  return devices.flatMap(({ address, usedBy }) =>
    usedBy.filter((use) => use.detail === detail).map(({ kind }) => `${address} ${kind}`),
  );
}

/** Questions that are left open about any device. */
function questions(): string[] {
  return [
    ...new Set(report.devices.flatMap(({ notLookedAt }) => notLookedAt.map(({ question }) => question))),
  ];
}

beforeAll(async () => {
  const { lab } = scene;
  await lab.addToSysfs([
    { kind: "folder", path: "sys/dev/char" },
    ...nodeCases.flatMap(({ entries }) => entries),
  ]);
  const hold = async (name: string, ...nodes: string[]) =>
    void holders.set(name, await Keeper.start(lab, "nodes", "holds-a-node", ...nodes));
  await Promise.all(nodeCases.map(({ node, numbers }) => hold(node, `c:${numbers}:/dev/${node}`)));
  await hold("services", ...services);
  holders.set("container", await Keeper.start(lab, "nodesApart", "in-a-container", renamed.node));
  disks = await Disks.of(lab);
  for (const { what, use } of mountCases) mounted.set(what, await use(disks));
  await disks.leaveToUsers();
  report = await scene.passdeck.report();
});

afterAll(async () => {
  await disks?.end();
  for (const holder of holders.values()) await holder.end();
});

describe("a process that holds a node has its device in use, and no other:", () => {
  test.each(nodeCases)("$what (/dev/$node)", ({ node, devices, use }) => {
    expect(usedWith(words(node))).toEqual(devices.map((address) => `${address} ${use}`));
    for (const address of devices) {
      const device = report.devices.find((one) => one.address === address);
      const reasons = device?.verdict.reasons.filter(({ message }) => message.includes(words(node)));
      expect(reasons?.map(({ weight }) => weight)).toEqual([use === "vm" ? "block" : "risk"]);
    }
  });

  test("a container's other name of a node is known by its numbers", () => {
    const { pid } = holders.get("container") ?? {};
    const detail = `in-a-container (process ${pid}) has /dev/${renamed.is} open`;
    expect(usedWith(detail)).toEqual(renamed.devices.map((address) => `${address} process`));
  });

  test("services of the kernel are no devices", () => {
    const { pid } = holders.get("services") ?? {};
    const all = report.devices.flatMap(({ usedBy }) => usedBy.map(({ detail }) => detail));
    expect(all.filter((detail) => detail.includes(`process ${pid})`))).toEqual([]);
  });

  test("no process is left of which nobody knows what it holds", () => {
    const pids = [...holders.values()].map(({ pid }) => `${pid}`);
    expect(questions().filter((question) => pids.some((pid) => question.includes(`process ${pid}`)))).toEqual(
      [],
    );
  });
});

describe("what the kernel keeps on a disk has its controller in use:", () => {
  test.each(mountCases)("$what", ({ what }) => {
    for (const { address, kind, detail } of mounted.get(what) ?? [])
      expect(report.devices.find((device) => device.address === address)?.usedBy).toContainEqual({
        kind,
        detail,
      });
  });

  test("and nothing of it could not be traced", () => {
    const lost = questions().filter(
      (question) => question.includes(disks.folder) || /loop|swap/.test(question),
    );
    expect(lost).toEqual([]);
  });
});

/** Pages may show what a process has open for a minute longer: see server/pci/watch.ts. */
test("a plan tells of who holds the card now, and no more of who has ended", async () => {
  const request = { hostId: "local", act: "reserve" as const, addresses: [card.gpu] };
  const warnings = async () =>
    (await scene.passdeck.api.passthrough.planBinding.query(request)).warnings.join("\n");
  expect(await warnings()).toContain(words("dri/card1"));
  await holders.get("dri/card1")?.end();
  const after = await warnings();
  expect(after).not.toContain(words("dri/card1"));
  expect(after).toContain(words("dri/renderD128"));
});
