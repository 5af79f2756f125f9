import { describe, expect, test } from "vitest";
import { type DeviceDescription, hostTreeEntries } from "@/e2e/hosts/build-host-tree";
import { xeonE3 } from "@/e2e/hosts/xeon-e3";
import { treeOfEntries } from "../../host/tree.test-data";
import type { TreeEntry } from "../../host/tree-entries";
import { readHostReport } from "../read-host-report";
import { configuration } from "./configuration.test-data";
import { silence } from "./silence";

describe("readHostReport", () => {
  const device: DeviceDescription = { address: "0000:01:00.0", class: "0300", id: "10de:1381", group: 1 };
  const place = "sys/devices/pci0000:01/0000:01:00.0";
  const attribute = (name: string, text: string): TreeEntry => ({
    kind: "file",
    path: `${place}/${name}`,
    text,
  });
  const read = async (...entries: TreeEntry[]) => {
    const tree = await treeOfEntries([...hostTreeEntries({ ...xeonE3, devices: [device] }), ...entries]);
    return (await readHostReport(tree)).devices[0];
  };

  test("puts all facts together", async () => {
    const release = xeonE3.kernel;
    const facts = await read(
      attribute("numa_node", "1\n"),
      attribute("rom", ""),
      attribute("sriov_totalvfs", "8\n"),
      attribute("sriov_numvfs", "2\n"),
      attribute("power_state", "D3hot\n"),
      { kind: "file", path: "sys/bus/pci/slots/PCIEX16_1/address", text: "0000:01:00\n" },
      {
        kind: "file",
        path: `lib/modules/${release}/modules.alias`,
        text: "alias pci:v000010DEd*sv*sd*bc03sc*i* nouveau\n",
      },
      {
        kind: "file",
        path: `lib/modules/${release}/modules.builtin.modinfo`,
        text: "simpledrm.license=GPL\0builtin.alias=pci:v000010DEd*sv*sd*bc03sc*i*\0",
      },
    );
    expect(facts).toMatchObject({
      numaNode: 1,
      hasRom: true,
      virtualFunctions: { total: 8, enabled: 2 },
      powerState: "D3hot",
      slotLabel: "PCIEX16_1",
      modules: ["builtin", "nouveau"],
    });
  });

  test("makes nonsense harmless", async () => {
    const facts = await read(
      attribute("numa_node", "-1\n"),
      attribute("sriov_totalvfs", "99999999999\n"),
      attribute("power_state", "D9\u001b[2J\n"),
      attribute("label", "\u001b]0;x\u0007\n"),
    );
    expect(facts).toMatchObject({
      numaNode: null,
      virtualFunctions: null,
      powerState: null,
      slotLabel: "]0;x",
    });
  });

  test("does not read the configuration of what sleeps, as that would wake it up", async () => {
    const bytes = configuration({ 256: [0x0003, 0] });
    bytes.fill(0x11, 0x104, 0x10c);
    const text = Buffer.from(bytes).toString("latin1");
    const state = (power: string, runtime: string) =>
      read(
        attribute("config", text),
        attribute("power_state", `${power}\n`),
        attribute("power/runtime_status", `${runtime}\n`),
      );
    for (const [power, runtime] of [
      ["D0", "active"],
      ["D3hot", "suspended"],
      // Not asleep: the kernel has lost it.
      ["D3cold", "active"],
    ] as const) {
      const awake = await state(power, runtime);
      expect(awake?.serialNumber).toBe("11-11-11-11-11-11-11-11");
    }
    const asleep = await state("D3cold", "suspended");
    expect(asleep?.serialNumber).toBeNull();
  });

  test("takes what has no power and yet does not sleep for lost, where its configuration can't be read", async () => {
    const states = (runtime: string) =>
      read(attribute("power_state", "D3cold\n"), attribute("power/runtime_status", `${runtime}\n`));
    expect((await states("active"))?.silent).toBe(true);
    expect((await states("suspended"))?.silent).toBe(false);
  });

  test("tells of a device that does not answer", async () => {
    const config: TreeEntry = { kind: "file", path: `${place}/config`, text: silence };
    expect(await read(config)).toMatchObject({ silent: true, serialNumber: null });
  });
});
