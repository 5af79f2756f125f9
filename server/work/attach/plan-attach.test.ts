import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withPasswordsOf } from "../../domain/changes/passwords";
import type { AttachOptions } from "../../domain/edit/attach-options.schema";
import {
  card,
  type FakeKernel,
  newKernel,
  serial,
  shared,
  ungrouped,
} from "../../pci/binding/fake-kernel.test-data";
import type { JudgedReport } from "../../pci/schema";
import { parseXml, serializeXml } from "../../xml/xml";
import { type PlannedVm, planAttach } from "./plan-attach";
import { planDetach } from "./plan-detach";

const definition = `<domain type='qemu'>
  <name>games</name>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    <controller type='pci' index='0' model='pcie-root'/>
    <controller type='pci' index='1' model='pcie-root-port'>
      <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0'/>
    </controller>
  </devices>
</domain>
`;
const noPort = definition.replace(/\s*<controller type='pci' index='1'[\s\S]*?<\/controller>/, "");
/** The same with these root ports, by index and with what is said of hot-plug. */
const withPorts = (...ports: [index: string, hotplug: string | null][]) =>
  noPort.replace(
    "  </devices>",
    `${ports
      .map(
        ([index, hotplug]) =>
          `    <controller type='pci' index='${index}' model='pcie-root-port'>${
            hotplug === null ? "" : `<target hotplug='${hotplug}'/>`
          }<address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x${index}'/></controller>\n`,
      )
      .join("")}  </devices>`,
  );

/** The same with a device of the host, on this bus of the guest. */
const withHostdev = (xml: string, guestBus: string, hostBus = "8") =>
  xml.replace(
    "  </devices>",
    `    <hostdev mode='subsystem' type='pci'>
      <source><address domain='0' bus='${hostBus}' slot='0' function='0'/></source>
      <address type='pci' domain='0x0000' bus='${guestBus}' slot='0x00' function='0x0'/>
    </hostdev>
  </devices>`,
  );

let kernel: FakeKernel;
let report: JudgedReport;
beforeAll(async () => {
  kernel = newKernel();
  report = await kernel.report();
});
afterAll(() => kernel.remove());

const vm = (part: Partial<PlannedVm> = {}): PlannedVm => ({
  id: "6f9d4f4e-0f6a-4a0c-9c39-0e6f3a0c2b11",
  name: "games",
  saved: definition,
  live: null,
  ...part,
});

describe("a plan to attach", () => {
  test("shows what the definition gets, for all functions of the card", () => {
    const { plan, input } = planAttach(report, vm(), [card.audio], {});
    expect(plan).toMatchObject({ kind: "attach", refusal: null });
    expect(plan.title).toMatch(/^Attach .*0000:01:00\.0\) to games$/);
    expect(plan.steps).toHaveLength(1);
    expect(plan.steps[0]?.effect).toMatch(/^\+ .*<hostdev mode='subsystem' type='pci' managed='yes'>$/m);
    expect(plan.steps[0]?.effect.match(/^\+.*<hostdev /gm)).toHaveLength(2);
    expect(input.functions.map(({ address }) => address)).toEqual([card.gpu, card.audio]);
  });

  test("says that the card is still the host's", () => {
    expect(planAttach(report, vm(), [card.gpu], {}).plan.warnings.join()).toContain("(nouveau)");
  });

  test("plugs a lone function into a machine that is on", () => {
    const { plan, input } = planAttach(report, vm({ live: definition }), [serial], {});
    expect(plan.steps).toHaveLength(2);
    expect(input.live).toMatch(/^<hostdev [\s\S]*<\/hostdev>\s*$/);
    expect(input.live).toMatch(/bus=.0x08./);
  });

  test("plugs into another port where the first has hot-plug turned off", () => {
    const live = withPorts(["1", "off"], ["2", null]);
    const { input } = planAttach(report, vm({ saved: live, live }), [serial], {});
    expect(input.live).toMatch(/<address type="pci" [^>]*bus="0x02"/);
  });

  test.each<[string, string[], AttachOptions, string, RegExp]>([
    ["a graphics card", [card.gpu], {}, definition, /initialize a GPU only at the start/],
    ["a ROM file for a graphics card", [card.gpu], { rom: { kind: "off" } }, definition, /GPU/],
    ["a boot order", [serial], { bootOrder: 1 }, definition, /a place in the boot order can only be set at/],
    [
      "a primary display",
      [serial],
      { primaryDisplay: true },
      definition,
      /a primary display can only be set/,
    ],
    [
      "quirks",
      [serial],
      { quirks: ["no-hot-plug"] },
      definition,
      /the card's quirks can only be set at the start/,
    ],
    ["a machine without a free port", [serial], {}, noPort, /no free PCI Express port/],
    ["a port without hot-plug", [serial], {}, withPorts(["1", "off"]), /hot-plug is disabled on its free/],
    ["a place in the root complex", [serial], { guestAddress: "0000:00:10.0" }, definition, /root complex/],
    [
      "a place behind a port without hot-plug",
      [serial],
      { guestAddress: "0000:01:00.0" },
      withPorts(["1", "off"], ["2", null]),
      /hot-plug is disabled on its port/,
    ],
  ])("waits for the next start: %s", (_name, addresses, options, live, reason) => {
    const { plan, input } = planAttach(report, vm({ saved: live, live }), addresses, options);
    expect(plan.refusal).toBeNull();
    expect(input.live).toBeNull();
    expect(plan.steps).toHaveLength(1);
    expect(plan.warnings.join()).toMatch(/^games is running and gets it at its next start, because /);
    expect(plan.warnings.join()).toMatch(reason);
  });

  test.each([
    ["a group that is still the host's", [shared.gpu], /0000:07:02\.0/],
    ["what is in no group", [ungrouped], /0000:09:00\.0/],
    ["what is not there", ["0000:55:00.0"], /no longer has the device 0000:55:00\.0/],
  ])("is refused: %s", (_name, addresses, reason) => {
    const { plan } = planAttach(report, vm(), addresses, {});
    expect(plan.steps).toEqual([]);
    expect(plan.refusal).toMatch(reason);
  });
});

describe("a plan to detach", () => {
  test("is refused where the VM does not have it", () => {
    expect(planDetach(report, vm(), [serial]).plan.refusal).toBe("games does not have 0000:08:00.0.");
  });

  test.each<[string, string, string | null]>([
    ["behind a port that takes devices", "0x01", null],
    ["behind a port without hot-plug", "0x02", "hot-plug is disabled on its port in the guest"],
    ["in the root complex", "0x00", "in the guest it is on the root complex"],
  ])("unplugs what is %s, or says why not", (_, bus, why) => {
    const live = withHostdev(withPorts(["1", null], ["2", "off"]), bus);
    const { plan, input } = planDetach(report, vm({ saved: live, live }), [serial]);
    expect(input.live !== null).toBe(why === null);
    expect(plan.warnings.join()).toContain(
      why === null ? "" : `games is running and keeps it until it is shut down, because ${why}`,
    );
    expect(plan.steps.some(({ title }) => title === "Unplug it from the running VM games")).toBe(
      why === null,
    );
  });

  test("says why a graphics card stays until the machine is off", () => {
    const live = withHostdev(definition, "0x01", "1");
    const { plan } = planDetach(report, vm({ saved: live, live }), [card.gpu]);
    expect(plan.warnings.join()).toMatch(/keeps it until it is shut down, because firmware and drivers/);
  });

  test("keeps the definition as it was, to go back to", () => {
    const saved = withHostdev(definition, "0x01");
    const { plan, input } = planDetach(report, vm({ saved, live: saved }), [serial]);
    expect(plan.refusal).toBeNull();
    expect(input).toMatchObject({ before: saved, addresses: [serial] });
    expect(plan.steps.map(({ title }) => title)).toEqual([
      "Unplug it from the running VM games",
      "Change the definition of games",
    ]);
    expect(plan.steps[1]?.effect).toMatch(/^-.*<hostdev/m);
  });
});

test("what goes back to an earlier definition keeps the present passwords", () => {
  const graphics = (password: string) =>
    `<domain><devices><graphics type='vnc'${password}/><graphics type='spice'/></devices></domain>`;
  const merged = withPasswordsOf(parseXml(graphics(" passwd='s3cret'")), parseXml(graphics("")));
  expect(serializeXml(merged)).toBe(graphics(" passwd='s3cret'"));
});
