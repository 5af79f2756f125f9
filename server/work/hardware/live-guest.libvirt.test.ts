import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ensureGuest, guestReadyLine } from "@/e2e/guest/guest";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import type { Values } from "../../domain/fields/field.schema";
import { HardwareWorld, hostId, newDevice } from "./testing/hardware-world";

const patience = { timeout: 60_000, interval: 50 };
const mebibyte = 2 ** 20;

/** Four vCPUs at most, one at first; its serial port's output in a file. */
const domain = (name: string, ports: string, os: string, devices: string) =>
  `<domain type='qemu'><name>${name}</name><memory unit='MiB'>192</memory><vcpu current='1'>4</vcpu>
<os><type arch='x86_64' machine='q35'>hvm</type>${os}</os><features><acpi/></features>
<devices>${ports}<controller type='usb' model='none'/>${devices}<memballoon model='virtio'/></devices></domain>`;

const plugged = async (world: HardwareWorld, folder: string) => {
  await world.done(newDevice("disk", { file: join(folder, "disk.img"), format: "raw" }));
  await world.done(newDevice("network", { type: "user", network: null }));
};

const vcpusOf = async (world: HardwareWorld, of: "--live" | "--config") =>
  Number(await world.virsh("vcpucount", world.name, of, "--current"));

describe("a guest that has its system running", () => {
  let world: HardwareWorld;

  beforeAll(async () => {
    const guest = await ensureGuest();
    let serial = "";
    world = await HardwareWorld.open(await startPrivateLibvirtd(), async ({ folder, name, ports }) => {
      serial = join(folder, "serial.log");
      await writeFile(join(folder, "disk.img"), Buffer.alloc(mebibyte));
      const boot = `<kernel>${guest.kernel}</kernel><initrd>${guest.initrd}</initrd><cmdline>${guest.commandLine}</cmdline>`;
      return domain(name, ports, boot, `<serial type='file'><source path='${serial}'/></serial>`);
    });
    await world.virsh("start", world.name);
    await vi.waitUntil(async () => (await readFile(serial, "utf8")).includes(guestReadyLine), patience);
  }, 300_000);

  afterAll(() => world?.close());

  test("gives disk and network card back when it is asked to, and the definition is without them", async () => {
    await plugged(world, world.folder);
    for (const [kind, mark] of [
      ["disk", "disk.img"],
      ["network", "<interface"],
    ] as const) {
      expect(await world.running()).toContain(mark);
      const plan = await world.done(await world.removal(kind));
      expect(plan.warnings).toEqual([]);
      expect(await world.running()).not.toContain(mark);
      expect(await world.definition()).not.toContain(mark);
    }
  });

  test("gets a disk whose volume is made along with it, and loses both where it can't be plugged", async () => {
    const pool = join(world.folder, "pool");
    await world.virsh("pool-define-as", "live", "dir", "--target", pool);
    await world.virsh("pool-build", "live");
    await world.virsh("pool-start", "live");
    const volumes = async () =>
      (await world.virsh("vol-list", "live", "--details")).match(/\S+\.qcow2/g) ?? [];
    const edit = (volume: string, more: Values) => {
      const values = { type: "volume", file: null, pool: "live", volume, ...more };
      const newVolume = { pool: "live", volume, bytes: 4 * mebibyte, format: "qcow2" as const };
      return { ...newDevice("disk", values), newVolume };
    };
    await world.done(edit("data.qcow2", {}));
    for (const xml of [await world.running(), await world.definition()])
      expect(xml).toMatch(/<source pool='live' volume='data.qcow2'/);
    // The machine was started without I/O threads.
    const { job } = await world.carryOut(edit("lost.qcow2", { iothread: "1" }));
    expect(job.state).toBe("undone");
    expect(new Set((await volumes()).map((path) => path.replace(/.*\//, "")))).toEqual(
      new Set(["data.qcow2"]),
    );
    expect(await world.definition()).not.toContain("lost.qcow2");
    await world.done(await world.removal("disk"));
    expect(await world.running()).not.toContain("data.qcow2");
  });

  test("gives memory back by its balloon, and gets it again", async () => {
    const held = async () => /^actual (\d+)$/m.exec(await world.virsh("dommemstat", world.name))?.[1];
    for (const size of [144, 192]) {
      await world.done(await world.change("memory", { current: String(size * mebibyte) }));
      await vi.waitUntil(async () => (await held()) === String(size * 1024), patience);
      const saved = (await world.values("memory"))?.current;
      expect(Number(saved)).toBe(size * mebibyte);
    }
  });

  test("gets vCPUs that it has room for at once, and others at its next start", async () => {
    await world.done(await world.change("cpu", { current: "3" }));
    expect(await vcpusOf(world, "--live")).toBe(3);
    expect(await vcpusOf(world, "--config")).toBe(3);
    const { plan } = await world.planned(await world.change("cpu", { vcpus: "8", current: "6" }));
    expect(plan.warnings[0]).toMatch(
      /next start, because “vCPUs \(maximum\)” can't be changed while it runs/,
    );
  });
});

describe("a guest without a system to answer", () => {
  let world: HardwareWorld;

  beforeAll(async () => {
    world = await HardwareWorld.open(await startPrivateLibvirtd(), async ({ folder, name, ports }) => {
      await writeFile(join(folder, "disk.img"), Buffer.alloc(mebibyte));
      return domain(name, ports, "", "");
    });
    await world.virsh("start", world.name);
  }, 180_000);

  afterAll(() => world?.close());

  test.each([
    ["disk", "disk.img"],
    ["network", "<interface"],
  ])("keeps its %s, definition and all, and it is said why", async (kind, mark) => {
    if ((await world.device(kind)) === undefined) await plugged(world, world.folder);
    const before = await world.definition();
    const { job } = await world.carryOut(await world.removal(kind));
    expect(job.state).toBe("undone");
    expect(job.problem).toMatch(/did not let go of the device .* within 6 s/);
    expect(await world.running()).toContain(mark);
    expect(await world.definition()).toBe(before);
  });

  test("keeps what it was asked for when that is cancelled, and it is said what may come", async () => {
    if ((await world.device("disk")) === undefined) await plugged(world, world.folder);
    const before = await world.definition();
    const jobs = world.jobs();
    const { plan, input } = await world.planned(await world.removal("disk"));
    const { title, kind, steps } = plan;
    const { id } = jobs.start({
      title,
      kind,
      steps,
      hostId,
      subjects: [world.vmId],
      startedBy: "ada",
      input,
    });
    await vi.waitUntil(() => jobs.get(id).steps[0]?.state === "running", patience);
    jobs.cancel(id, "Eve");
    const job = await jobs.ended(id);
    expect(job.state).toBe("undone");
    expect(job.problem).toMatch(/^Eve cancelled it. The guest of .* it may still do so later/);
    expect(await world.definition()).toBe(before);
  });

  test("keeps its vCPUs, and it is said why", async () => {
    await world.done(await world.change("cpu", { current: "2" }));
    const { job } = await world.carryOut(await world.change("cpu", { current: "1" }));
    expect(job.problem).toMatch(/did not give its vCPUs back/);
    expect([await vcpusOf(world, "--live"), await vcpusOf(world, "--config")]).toEqual([2, 2]);
  });
});
