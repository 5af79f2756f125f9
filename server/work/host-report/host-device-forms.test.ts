import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readHardware } from "../../domain/hardware/read-hardware";
import { carriedAt, hostDeviceForms, unreadableForms } from "../../domain/host-devices/forms.test-data";
import { hostDevices } from "../../domain/host-devices/read-host-devices";
import { deviceAttachments } from "../../fleet/device-attachments";
import { buildRecord, type VmRecord } from "../../fleet/read-vm";
import type { VmState } from "../../fleet/schema";
import { type FakeKernel, newKernel, serial } from "../../pci/binding/fake-kernel.test-data";
import { planReturn } from "../../pci/binding/plan-return";
import type { CarriedDevice } from "../../pci/carried.schema";
import type { JudgedReport } from "../../pci/schema";
import { parseXml } from "../../xml/xml";
import { planAttach } from "../attach/plan-attach";
import { heldElsewhere, otherHolders } from "../hardware/held-elsewhere";
import { startProblemsOf } from "./start-problems";

let kernel: FakeKernel;
beforeAll(() => {
  kernel = newKernel();
});
afterAll(() => kernel.remove());

const domain = (name: string, devices = "") =>
  `<domain type='kvm'><name>${name}</name><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${devices}</devices></domain>`;
const carried: CarriedDevice[] = carriedAt(serial).map((device) => {
  const carriers = [...device.carriers];
  return device.bus === "usb" ? { ...device, uses: [], carriers } : { ...device, carriers };
});

function vm(name: string, devices: string, state: VmState): VmRecord {
  const handle = { name, uuid: new Uint8Array(16).fill(name.charCodeAt(0)), id: 1 };
  const facts = {
    state,
    persistent: true,
    autostart: false,
    hasSavedState: false,
    addresses: [],
    balloonBytes: null,
  };
  return buildRecord("local", handle, { xml: domain(name, devices) }, facts, undefined);
}

/** The host as who asks sees it, while these VMs are there. */
async function reportFor(vms: readonly VmRecord[]): Promise<JudgedReport> {
  return { ...(await kernel.report({ attachments: deviceAttachments(vms, carried) })), carried };
}

const elsewhere = ({ devices }: JudgedReport) =>
  devices
    .find(({ address }) => address === serial)
    ?.verdict.reasons.filter(({ code }) => code === "attached-elsewhere") ?? [];

/** Each user of what definitions hand over, with what it says of a VM “games” that has the device. */
const users: Readonly<Record<string, (xml: string, games: VmRecord) => Promise<string>>> = {
  "the verdict": async (_xml, games) =>
    elsewhere(await reportFor([games]))
      .map(({ message }) => message)
      .join(),
  "the start check": async (xml, games) =>
    startProblemsOf(vm("other", xml, "off"), [games], await reportFor([games]))
      .map(({ message }) => message)
      .join(),
  "the plan to attach its card": async (_xml, games) => {
    const other = { id: "other", name: "other", saved: domain("other"), live: null };
    const { plan } = planAttach(await reportFor([games]), other, [serial], {});
    return [...plan.warnings, plan.refusal].join();
  },
  "the plan to return its card": async (_xml, games) => {
    const { plan } = planReturn(await reportFor([games]), [], [serial], "sysfs");
    return plan.refusal ?? "";
  },
  "the plan of a change of hardware": async (xml, games) =>
    heldElsewhere([], vm("other", xml, "off").definition.hostDevices, otherHolders([games], "other")).join(),
};

describe.each(Object.entries(hostDeviceForms(serial)))("a device as %s", (_form, { xml, source }) => {
  test("is read", () => {
    expect(hostDevices(parseXml(domain("a", xml)))).toMatchObject([{ source }]);
  });

  test.each(Object.entries(users))("is seen by %s", async (_user, seen) => {
    expect(await seen(xml, vm("games", xml, "running"))).toContain("games");
  });

  test("is a note only while the VM that has it is off", async () => {
    expect(elsewhere(await reportFor([vm("games", xml, "off")]))).toMatchObject([{ weight: "note" }]);
    expect(elsewhere(await reportFor([vm("games", xml, "running")]))).toMatchObject([{ weight: "block" }]);
  });

  test("keeps no VM from being started that alone has it", async () => {
    expect(startProblemsOf(vm("games", xml, "off"), [], await reportFor([]))).toEqual([]);
  });

  test("has a row with a form on the hardware page", () => {
    const { devices } = readHardware(parseXml(domain("a", xml)), null);
    expect(devices).toMatchObject([
      { kind: expect.any(String), name: expect.stringMatching(/./), problem: null },
    ]);
  });
});

describe.each(Object.entries(unreadableForms))("%s", (_form, xml) => {
  test("is read as what can't be told", () => {
    expect(hostDevices(parseXml(domain("a", xml)))).toMatchObject([{ source: { bus: "unknown" } }]);
  });

  test("has a row on the hardware page that says so, with its XML", () => {
    const { devices } = readHardware(parseXml(domain("a", xml)), null);
    expect(devices).toMatchObject([
      { problem: expect.stringMatching(/can't be read: ./), xml: expect.stringMatching(/^</) },
    ]);
  });

  test("does not keep the VM from being started: libvirt may know it", async () => {
    expect(startProblemsOf(vm("games", xml, "off"), [], await reportFor([]))).toEqual([]);
  });
});

describe("the start check", () => {
  const { "usb by IDs": usb, mdev, scsi, hostdev } = hostDeviceForms(serial);
  const problems = async (xml: string, present: readonly CarriedDevice[], others: VmRecord[] = []) =>
    startProblemsOf(vm("games", xml, "off"), others, { ...(await reportFor(others)), carried: [...present] });

  test.each([usb, mdev, scsi])("tells that the host does not have it: %j", async (form) => {
    expect(await problems(form?.xml ?? "", [])).toMatchObject([{ code: "gone" }]);
  });

  test("lets a VM start without what it can do without", async () => {
    const optional = usb?.xml.replace("<source>", "<source startupPolicy='optional'>") ?? "";
    expect(await problems(optional, [])).toEqual([]);
  });

  test("tells that one of twins is not named", async () => {
    const twin = carried.flatMap((one) =>
      one.bus === "usb" ? { ...one, place: { bus: 1, device: 6 } } : [],
    );
    expect((await problems(usb?.xml ?? "", [...carried, ...twin]))[0]?.message).toContain("any of 2");
  });

  test("tells that what it has goes with a card that it has, too", async () => {
    const both = `${hostdev?.xml}${usb?.xml}`;
    expect((await problems(both, carried))[0]?.message).toContain(`is connected to ${serial}`);
  });

  test("lets two VMs share what both call shareable", async () => {
    const shared = scsi?.xml.replace("</hostdev>", "<shareable/></hostdev>") ?? "";
    expect(await problems(shared, carried, [vm("other", shared, "running")])).toEqual([]);
  });
});
