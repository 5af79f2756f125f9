import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  card,
  type FakeKernel,
  newKernel,
  serial,
  shared,
  ungrouped,
} from "../../pci/binding/fake-kernel.test-data";
import type { JudgedReport } from "../../pci/schema";
import { withPasswordsOf } from "../../vm/definition-changes/passwords";
import { parseXml, serializeXml } from "../../vm/xml";
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
    expect(planAttach(report, vm(), [card.gpu], {}).plan.warnings.join()).toContain("with nouveau");
  });

  test("plugs a lone function into a machine that is on", () => {
    const { plan, input } = planAttach(report, vm({ live: definition }), [serial], {});
    expect(plan.steps).toHaveLength(2);
    expect(input.live).toMatch(/^<hostdev [\s\S]*<\/hostdev>\s*$/);
    expect(input.live).toMatch(/bus=.0x08./);
  });

  test.each([
    ["a graphics card", [card.gpu], {}, definition, /graphics card/],
    ["options for the start", [serial], { bootOrder: 1 }, definition, /counts at the start/],
    ["a machine without a free port", [serial], {}, noPort, /no free PCI Express port/],
  ])("waits for the next start: %s", (_name, addresses, options, live, reason) => {
    const { plan, input } = planAttach(report, vm({ saved: live, live }), addresses, options);
    expect(input.live).toBeNull();
    expect(plan.steps).toHaveLength(1);
    expect(plan.warnings.join()).toMatch(reason);
  });

  test.each([
    ["a group that is still the host's", [shared.gpu], /0000:07:02\.0/],
    ["what is in no group", [ungrouped], /0000:09:00\.0/],
    ["what is not there", ["0000:55:00.0"], /has no device 0000:55:00\.0/],
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

  test("keeps the definition as it was, to go back to", () => {
    const saved = definition.replace(
      "  </devices>",
      "    <hostdev mode='subsystem' type='pci'><source><address domain='0' bus='8' slot='0' function='0'/></source></hostdev>\n  </devices>",
    );
    const { plan, input } = planDetach(report, vm({ saved, live: saved }), [serial]);
    expect(plan.refusal).toBeNull();
    expect(input).toMatchObject({ before: saved, addresses: [serial] });
    expect(plan.steps.map(({ title }) => title)).toEqual([
      "Unplug it from games, which is on",
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
