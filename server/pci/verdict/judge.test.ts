import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Check } from "../../host/checks/check.schema";
import { withHostTree } from "../../host/open-host";
import type { Layout } from "../layouts/layout.test-data";
import { contextOf, reportOf } from "../layouts/layout-report.test-data";
import { readHostReport } from "../read-host-report";
import type { HardwareReport } from "../schema";
import { judgeHost } from "./judge";

/** The reasons of a device, of a host with these devices. */
function reasonsOf(at: string, devices: string, more: Partial<Layout> = {}) {
  const layout: Layout = { name: "a host", cpu: "intel", iommu: "intel", devices, expected: "", ...more };
  return judged(reportOf(layout), layout, at);
}

function judged(report: HardwareReport, layout: Layout, at: string) {
  const device = judgeHost(report, contextOf(layout)).devices.find(({ address }) => address === `0000:${at}`);
  return device?.verdict.reasons.map(({ weight, message, fix }) => ({ weight, message, fix }));
}

describe("a card that does not answer", () => {
  test("is blocked, with what alone may bring it back", () => {
    const [first] =
      reasonsOf(
        "01:00.0",
        "01:00.0 vga 10de:2204 GA102 [GeForce RTX 3090] | group 13 | on vfio-pci | silent",
      ) ?? [];
    expect(first?.weight).toBe("block");
    expect(first?.message).toMatch(/^0000:01:00\.0 \(GeForce RTX 3090\) does not respond any more/);
    expect(first?.fix).toMatch(/^Only a power cycle may bring it back/);
  });

  test("is no display that the host could show something on", () => {
    const other = (more: string) =>
      reasonsOf(
        "00:02.0",
        `00:02.0 vga 8086:5912 HD Graphics 630 | group 1 | on i915 | boot
         01:00.0 vga 10de:2204 GA102 [GeForce RTX 3090] | group 13 | on nouveau${more}`,
      )?.map(({ message }) => message)[0];
    expect(other("")).not.toBe(other(" | silent"));
    expect(other(" | silent")).toContain("only");
  });
});

describe("a bridge with a driver", () => {
  const risks = (bridge: string) =>
    reasonsOf("00:1b.0", `00:1b.0 audio 8086:8ca0 Sound | group 10\n${bridge}`) ?? [];

  test("is a risk to its group where the kernel counts it, and is never to be reserved for VMs", () => {
    expect(risks("00:1f.0 isa 8086:8cc4 LPC Controller | group 10 | on lpc_ich")).toEqual([
      {
        weight: "risk",
        message:
          "IOMMU group 10 of 0000:00:1b.0 (Sound): 0000:00:1f.0 (LPC Controller, lpc_ich) is a bridge that is bound to a host driver. Until it is unbound, no VM can use the group.",
        fix: "Use a device in another group, or unbind the driver by hand: echo 0000:00:1f.0 > /sys/bus/pci/drivers/lpc_ich/unbind",
      },
    ]);
  });

  test.each(["isa 8086:8cc4 LPC Controller | group 10", "port 8086:a110 Root Port | group 10 | on pcieport"])(
    "is none to it otherwise: %s",
    (bridge) => {
      expect(risks(`00:1f.0 ${bridge}`)).toEqual([]);
    },
  );
});

describe("a shared group", () => {
  const devices = (use: string) => `
    00:1c.0 port 8086:a110 Root Port | group 18 | on pcieport
      07:01.0 vga 10de:13c2 GM204 [GeForce GTX 970] | group 18
      07:02.0 ethernet 8086:100e 82540EM Gigabit | group 18 | on e1000${use}
    00:02.0 vga 8086:5912 HD Graphics 630 | group 1 | on i915 | boot
  `;

  test("names the culprit with its driver, and what to do", () => {
    expect(reasonsOf("07:01.0", devices(""))).toEqual([
      {
        weight: "block",
        message:
          "IOMMU group 18 of 0000:07:01.0 (GeForce GTX 970): 0000:07:02.0 (82540EM Gigabit, e1000) is still bound to a host driver.",
        fix: "Reserve the whole group for VMs, or move the card to a slot with its own IOMMU group.",
      },
    ]);
  });

  test.each([
    ["the disk", " | root-file-system: / on sda1", "/ on sda1"],
    ["the only way out", " | default-route: default by eth0", "default by eth0"],
    ["the user's connection", " | connection: 10.0.0.2", "your own connection goes through it"],
  ])("says that the host can't lose %s", (_, use, what) => {
    const [first] = reasonsOf("07:01.0", devices(use)) ?? [];
    expect(first?.message).toContain(`The host needs 0000:07:02.0 (82540EM Gigabit): ${what}.`);
    expect(first?.fix).toMatch(/^Move the card to a slot with its own IOMMU group/);
  });

  test("does not tell to move what is soldered on", () => {
    const [first] =
      reasonsOf(
        "00:1f.6",
        `00:1f.6 ethernet 8086:15b7 I219-LM | group 9 | on e1000e
         00:1e.0 audio 8086:a170 Sound | group 9 | on snd_hda_intel`,
      ) ?? [];
    expect(first?.fix).toBe("Reserve the whole group for VMs.");
  });
});

describe("the network", () => {
  const two = (first: string, second: string) => `
    01:00.0 ethernet 8086:1521 I350 | group 1 | on igb${first}
    02:00.0 ethernet 8086:1521 I350 | group 2 | on igb${second}
  `;

  test("is a bar where the only default route goes through the card, and a risk where another stays", () => {
    const route = " | default-route: default by eth0";
    expect(reasonsOf("01:00.0", two(route, ""))?.[0]?.weight).toBe("block");
    const [first] = reasonsOf("01:00.0", two(route, route)) ?? [];
    expect(first?.weight).toBe("risk");
    expect(first?.message).toContain("The host keeps a default route through 0000:02:00.0 (I350).");
  });

  test("is a bar where nothing tells which card has the only default route, and a risk where another has one", () => {
    const maybe = " | possible-route: default by br0, or another way";
    const [first] = reasonsOf("01:00.0", two(maybe, maybe)) ?? [];
    expect(first).toMatchObject({ weight: "block", fix: expect.stringMatching(/^Find out what carries/) });
    expect(first?.message).not.toContain("keeps a default route");
    const [other] = reasonsOf("01:00.0", two(maybe, " | default-route: default by eth0")) ?? [];
    expect(other).toMatchObject({
      weight: "risk",
      message: expect.stringContaining("keeps a default route"),
    });
  });

  test("is a risk for addresses and bridges", () => {
    const [first] = reasonsOf("01:00.0", two(" | bridge: eth0 is a port of br0", "")) ?? [];
    expect(first).toMatchObject({
      weight: "risk",
      message: "The host's network uses 0000:01:00.0 (I350, igb): eth0 is a port of br0.",
    });
  });
});

describe("an IOMMU that is off", () => {
  const gpu = "01:00.0 vga 10de:13c2 GM204 [GeForce GTX 970]";

  test("is switched on as the host's checks say it", () => {
    const layout: Layout = { name: "", cpu: "amd", iommu: "off", devices: gpu, expected: "" };
    const words = { title: "", detail: "", why: "", evidence: [], change: null };
    const check = { ...words, group: "iommu", status: "fail" } as const;
    const checks: Check[] = [
      { ...check, id: "iommu-firmware", fix: "Turn on “IOMMU”." },
      { ...check, id: "iommu-kernel", fix: "Remove amd_iommu=off." },
      { ...check, id: "hugepages", fix: "Reserve some." },
    ];
    const fixOf = (found: Check[]) =>
      judged({ ...reportOf(layout), checks: found }, layout, "01:00.0")?.[0]?.fix;
    expect(fixOf(checks)).toBe("Turn on “IOMMU”.\nRemove amd_iommu=off.");
    expect(fixOf([])).toBeNull();
  });
});

describe("a card in use", () => {
  test("names what uses it, and what to do about each", () => {
    const [first] =
      reasonsOf(
        "02:00.0",
        `00:02.0 vga 8086:5912 HD Graphics 630 | group 1 | on i915 | boot
         02:00.0 vga 10de:13c2 GM204 [GeForce GTX 970] | group 2 | on nouveau | process: Xorg (process 7) has /dev/dri/card1 open | console: the text console is on fb0`,
      ) ?? [];
    expect(first?.message).toBe(
      "0000:02:00.0 (GeForce GTX 970, nouveau) is in use: Xorg (process 7) has /dev/dri/card1 open and the text console is on fb0.",
    );
    expect(first?.fix).toMatch(/Stop the processes.*initcall_blacklist=sysfb_init/);
  });

  test.each([
    ["5.10.0-30-amd64", "video=efifb:off,vesafb:off"],
    ["5.15.108-1-pve", "initcall_blacklist=sysfb_init"],
    ["unknown", "initcall_blacklist=sysfb_init"],
  ])("is told how Linux %s leaves the firmware's screen alone", (kernel, parameter) => {
    const devices =
      "02:00.0 vga 10de:13c2 GM204 [GeForce GTX 970] | group 2 | on vfio-pci | console: the firmware's screen is still held by fb0";
    const layout: Layout = { name: "", cpu: "intel", iommu: "intel", devices, expected: "" };
    const report = reportOf(layout);
    const [first] = judged({ ...report, host: { ...report.host, kernel } }, layout, "02:00.0") ?? [];
    expect(first?.fix).toContain(`boot the host with ${parameter} on`);
  });

  test("says which VM runs with it, and which has it but is off", () => {
    const nic = "01:00.0 ethernet 8086:1521 I350 | group 1 | on vfio-pci";
    const of = (running: boolean) =>
      reasonsOf("01:00.0", nic, { attached: { "01:00.0": { vmName: "router", running } } })?.[0];
    expect(of(true)).toMatchObject({
      weight: "block",
      message: "0000:01:00.0 (I350) is in use by the running VM router.",
    });
    expect(of(false)).toMatchObject({ weight: "note" });
  });
});

describe("what can't be judged", () => {
  test("makes the rest of its card a risk", () => {
    const layout: Layout = {
      ...{ name: "", cpu: "intel", iommu: "intel", expected: "" },
      devices: "01:00.0 ethernet 8086:1521 I350 | group 1 | on igb",
    };
    const unreadable = [{ address: "0000:01:00.1", detail: "its class is missing" }];
    expect(judged({ ...reportOf(layout), unreadable }, layout, "01:00.0")?.[0]).toMatchObject({
      weight: "risk",
      message:
        "0000:01:00.1 (its class is missing) belongs to the same card as 0000:01:00.0 (I350) and can't be assessed.",
    });
  });

  test("is told of by its class where it has no name", () => {
    const nameless = "01:00.0 ethernet 8086:1521 Device 1521 | on igb";
    expect(reasonsOf("01:00.0", nameless)?.[0]?.message).toBe(
      "0000:01:00.0 (ethernet) is in no IOMMU group, so VFIO can't use it.",
    );
  });
});

describe("very many culprits", () => {
  test("are not all named in the sentence, but listed", () => {
    const nic = (slot: number) =>
      `02:${slot.toString(16).padStart(2, "0")}.0 ethernet 8086:10ed VF | group 1 | on ixgbevf`;
    const layout: Layout = {
      ...{ name: "", cpu: "intel", iommu: "intel", expected: "" },
      devices: [
        "01:00.0 usb 1b21:1142 ASM1042A | group 1",
        ...Array.from({ length: 20 }, (_, slot) => nic(slot)),
      ].join("\n"),
    };
    const [card] = judgeHost(reportOf(layout), contextOf(layout)).devices;
    const [reason] = card?.verdict.reasons ?? [];
    expect(reason?.message).toContain(
      "0000:02:07.0 (VF, ixgbevf) and 12 more are still bound to host drivers.",
    );
    expect(reason?.devices).toHaveLength(20);
  });
});

const lab = join(import.meta.dirname, "../../../e2e/hosts/lab-q35.tar.gz");

/** A real kernel in an emulated machine: QEMU 7.2, with three GPUs of which the third is behind a PCI bridge. */
describe("the captured lab", () => {
  const judgements = withHostTree(lab, async (tree) => {
    const nothing = { managementDevices: [], attachments: new Map() };
    const { devices } = judgeHost(await readHostReport(tree), nothing);
    return new Map(devices.map((device) => [device.address, device]));
  });

  test.each([
    ["0000:01:00.0", "bindable", "alone with its sound in its group"],
    ["0000:02:00.1", "bindable", "the sound of the second GPU"],
    ["0000:07:01.0", "blocked", "a network card shares its group"],
    ["0000:00:10.0", "risky", "the boot display"],
    ["0000:06:00.0", "blocked", "a bridge"],
  ])("has %s %s: %s", async (address, status) => {
    expect((await judgements).get(address)?.verdict.status).toBe(status);
  });

  test("names the culprit of the group that QEMU calls not viable", async () => {
    const device = (await judgements).get("0000:07:01.0");
    expect(device?.verdict.reasons[0]).toMatchObject({
      code: "shared-group",
      message: expect.stringContaining("0000:07:02.0 (82540EM Gigabit Ethernet Controller, e1000)"),
      devices: ["0000:07:02.0"],
    });
    expect(device?.needs.leftAlone).toEqual(["0000:06:00.0"]);
  });
});
