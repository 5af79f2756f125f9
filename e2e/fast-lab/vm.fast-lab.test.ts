import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Connection } from "@/server/libvirt/connection";
import { unixDialer } from "@/server/libvirt/dial/unix";
import { buildXml, type ElementPlan } from "@/server/xml/build-xml";
import { card, setScene, shared } from "./fast-lab-test";

const run = promisify(execFile);
const scene = setScene();
const vmId = randomUUID();
const vm = { hostId: "local", vmId };

let original: ReturnType<typeof scene.lab.bindings>;

beforeEach(() => {
  original = scene.lab.bindings();
});

afterEach(async () => {
  await scene.lab.refuseStarts(null);
  await withLibvirt(async (connection) => {
    const { dom } = await connection.call("domain_lookup_by_name", { name: "guest" });
    await connection.call("domain_destroy_flags", { dom, flags: 0 }).catch(() => undefined);
    await connection.call("domain_undefine_flags", { dom, flags: 0 });
  });
  expect(scene.lab.bindings()).toEqual(original);
});

describe("a VM with a GPU", () => {
  test("is started with it, and stopped", async () => {
    await define(card.gpu, card.audio);
    expect(await act("start")).toBeNull();
    expect(await monitor("info qtree")).toContain("pci id 10de:2204");
    expect(scene.lab.bindingOf(card.gpu).driver).toBe("vfio-pci");
    expect(await act("force-off")).toBeNull();
  });

  test("is attached as one card by Passdeck, started, stopped and detached", async () => {
    await define();
    const request = { ...vm, addresses: [card.gpu, card.audio], options: {} };
    const { api } = scene.passdeck;
    const attach = await api.passthrough.planAttach.query(request);
    expect(attach.refusal).toBeNull();
    const { fingerprint } = attach;
    const { jobId } = await api.passthrough.runAttach.mutate({ ...request, fingerprint });
    expect(await scene.passdeck.ended(jobId)).toMatchObject({ state: "done", problem: null });

    expect(await act("start")).toBeNull();
    const devices = await monitor("info qtree");
    expect(devices).toMatch(/addr [0-9a-f]{2}:00\.0, pci id 10de:2204/);
    expect(devices).toMatch(/addr [0-9a-f]{2}:00\.1, pci id 10de:1aef/);
    expect(await act("force-off")).toBeNull();

    const detach = await api.passthrough.planDetach.query(request);
    const started = await api.passthrough.runDetach.mutate({ ...request, fingerprint: detach.fingerprint });
    expect(await scene.passdeck.ended(started.jobId)).toMatchObject({ state: "done" });
    if (scene.lab.bindingOf(card.gpu).driver === "vfio-pci") await scene.run("return", card.gpu);
  });

  test("is not started with a part of a group, and the culprit is named", async () => {
    await define(shared.gpu, shared.audio);
    const words = await act("start");
    expect(words).toContain("group 18");
    expect(words).toContain(`(${shared.nic})`);
    expect(words).toContain("e1000");
  });
});

/** What QEMU says in place of a start, and what people are told. */
const refusals = [
  {
    text: `vfio ${card.gpu}: failed to open /dev/vfio/13: Device or resource busy`,
    says: /GeForce RTX 3090.* \(0000:01:00\.0\) is in use/,
  },
  {
    text: `VFIO_MAP_DMA failed: Cannot allocate memory\nqemu-system-x86_64: -device vfio-pci,host=${card.gpu}: vfio ${card.gpu}: failed to setup container for group 13: memory listener initialization failed: Region pc.ram: vfio_dma_map(0x648f08f946c0, 0x0, 0x80000000, 0x715dc0000000) = -12 (Cannot allocate memory)`,
    says: /could not be pinned for .*\(0000:01:00\.0\)/,
  },
  {
    text: 'failed to find romfile "/srv/gpu.rom"',
    says: /The VBIOS file \/srv\/gpu\.rom does not exist/,
  },
  {
    text: 'Failed to get "write" lock\nIs another process using the image [/srv/guest.qcow2]?',
    says: /The disk image \/srv\/guest\.qcow2 is in use/,
  },
];

test.each(refusals)("QEMU's “$text” comes in words", async ({ text, says }) => {
  await define(card.gpu, card.audio);
  await scene.lab.refuseStarts(text);
  const words = await act("start");
  expect(words).toMatch(says);
  expect(words).not.toMatch(/qemu-system|internal error|Cannot allocate/);
});

async function act(action: "start" | "force-off"): Promise<string | null> {
  const { results } = await scene.passdeck.api.vm.act.mutate({ hostId: "local", vmIds: [vmId], action });
  return results[0]?.message ?? null;
}

/** Defines the VM, and waits until Passdeck knows of it. */
async function define(...addresses: string[]): Promise<void> {
  const devices = [{ name: "emulator", text: scene.lab.emulator }, ...addresses.map(hostdev)];
  const xml = buildXml({
    name: "domain",
    attributes: { type: "qemu" },
    children: [
      { name: "name", text: "guest" },
      { name: "uuid", text: vmId },
      { name: "memory", attributes: { unit: "MiB" }, text: "32" },
      {
        name: "os",
        children: [{ name: "type", attributes: { arch: "x86_64", machine: "q35" }, text: "hvm" }],
      },
      { name: "devices", children: devices },
    ],
  });
  await withLibvirt((connection) => connection.call("domain_define_xml_flags", { xml, flags: 0 }));
  await scene.passdeck.knows(vmId);
}

function hostdev(address: string): ElementPlan {
  const [domain, bus, slot, number] = address.split(/[:.]/).map((part) => `0x${part}`);
  const source = { domain: `${domain}`, bus: `${bus}`, slot: `${slot}`, function: `${number}` };
  return {
    name: "hostdev",
    attributes: { mode: "subsystem", type: "pci", managed: "yes" },
    children: [{ name: "source", children: [{ name: "address", attributes: source }] }],
  };
}

async function withLibvirt<Value>(work: (connection: Connection) => Promise<Value>): Promise<Value> {
  const connection = await Connection.open(unixDialer(scene.lab.libvirtd.socketPath), "qemu:///system");
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

/** What the guest's QEMU itself says. */
async function monitor(command: string): Promise<string> {
  const { uri } = scene.lab.libvirtd;
  const { stdout } = await run("virsh", ["-c", uri, "qemu-monitor-command", "guest", "--hmp", command]);
  return stdout;
}
