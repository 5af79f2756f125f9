import { readFile } from "node:fs/promises";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { joinedImages, romImage } from "@/server/domain/rom/rom-image.test-data";
import type { Job } from "@/server/job/job.schema";
import { card, otherCard, setScene } from "./fast-lab-test";

const scene = setScene();
const sleeping = otherCard.gpu;
let rom: Uint8Array;

const plan = (address: string) =>
  scene.passdeck.api.passthrough.planReadRom.query({ hostId: "local", address });
const kept = () => scene.passdeck.api.passthrough.roms.query({ hostId: "local", address: card.gpu });

async function begin(address: string): Promise<{ jobId: string; path: string }> {
  const { fingerprint, refusal } = await plan(address);
  if (refusal !== null) throw new Error(`the plan was refused: ${refusal}`);
  return scene.passdeck.api.passthrough.readRom.mutate({ hostId: "local", address, fingerprint });
}

async function read(address: string): Promise<Job> {
  return scene.passdeck.ended((await begin(address)).jobId);
}

const sysfs = (address: string) => `/sys/bus/pci/devices/${address}`;

/** What the card shows as its ROM. */
async function show(address: string, bytes: Uint8Array): Promise<void> {
  await scene.lab.addToSysfs([{ kind: "file", path: `sys/bus/pci/devices/${address}/rom`, text: bytes }]);
}

const writes = () => scene.lab.faults.writes.map(({ act, device, result }) => `${act} ${device} ${result}`);

beforeAll(async () => {
  const device = (await scene.passdeck.report()).devices.find(({ address }) => address === card.gpu);
  const ids = {
    vendorId: Number.parseInt(device?.vendorId ?? "", 16),
    deviceId: Number.parseInt(device?.deviceId ?? "", 16),
  };
  rom = joinedImages(
    romImage({ codeType: 0, last: false, ...ids }),
    romImage({ codeType: 3, last: true, ...ids }),
  );
  await show(card.gpu, rom);
  await show(sleeping, rom);
  await scene.lab.addToSysfs([
    { kind: "file", path: `sys/bus/pci/devices/${sleeping}/power_state`, text: "D3hot\n" },
    { kind: "file", path: `sys/bus/pci/devices/${sleeping}/power/control`, text: "auto\n" },
  ]);
});

afterEach(async () => {
  for (const { name } of await kept())
    await scene.passdeck.api.passthrough.deleteRom.mutate({ hostId: "local", name });
});

test("a card that its driver has is left alone", async () => {
  expect((await plan(card.gpu)).refusal).toContain("in use by the driver nouveau");
});

describe("a card that is reserved for VMs", () => {
  beforeAll(async () => {
    await scene.run("reserve", card.gpu);
    await scene.run("reserve", sleeping);
  });

  test("has its ROM switched on, read, switched off, checked and kept", async () => {
    await scene.lab.faults.set();
    const { jobId, path } = await begin(card.gpu);
    const job = await scene.passdeck.ended(jobId);
    expect(job).toMatchObject({ kind: "read-rom", state: "done", problem: null });
    expect(job.report).toContain("EFI image: yes");
    expect(job.report).toContain("For this card: yes");
    expect(await readFile(path)).toEqual(Buffer.from(rom));
    expect(writes()).toEqual([`rom ${card.gpu} done`, `rom ${card.gpu} done`]);
    const files = await kept();
    expect(files.map((file) => file.path)).toEqual([path]);
    expect(files[0]?.report).toMatchObject({ hasUefi: true, fitsCard: true, problems: [] });
  });

  test("keeps a second reading beside the first", async () => {
    await read(card.gpu);
    await read(card.gpu);
    expect((await kept()).map(({ name }) => name)).toEqual([
      expect.stringMatching(/-01-00\.0-2\.rom$/),
      expect.stringMatching(/-01-00\.0\.rom$/),
    ]);
  });

  test.each([
    ["shows no signature", new Uint8Array(512).fill(0xff), "shows no ROM"],
    ["shows a part of it", Uint8Array.of(0x55, 0xaa, 1), "is of no use, and was not kept"],
  ])("and %s has nothing kept, and its ROM off", async (_what, bytes, words) => {
    await show(card.gpu, bytes);
    try {
      const job = await read(card.gpu);
      expect(job.state).toBe("undone");
      expect(job.problem).toContain(words);
      expect(job.problem).toContain(card.gpu);
    } finally {
      await show(card.gpu, rom);
    }
    expect(await kept()).toEqual([]);
  });

  test.each([
    ["refused", { kind: "errno", name: "EPERM" }, "the kernel does not let Passdeck"],
    ["ignored, as by another reader", { kind: "ignore" }, "switched its ROM off"],
  ] as const)("whose switch is %s is told in words", async (_what, effect, words) => {
    await scene.lab.faults.set({ write: 0, effect });
    const job = await read(card.gpu);
    expect(job.state).toBe("undone");
    expect(job.problem).toContain(words);
  });

  test("and sleeps is woken, and sleeps again", async () => {
    await scene.lab.faults.set();
    expect((await plan(sleeping)).warnings).toEqual([expect.stringContaining("is woken for it")]);
    expect(await read(sleeping)).toMatchObject({ state: "done" });
    expect(writes()).toEqual(["power", "rom", "rom", "power"].map((act) => `${act} ${sleeping} done`));
    expect((await plan(sleeping)).warnings).toHaveLength(1);
  });
});

const fates = [
  { fate: "goes through", errno: null },
  { fate: "fails", errno: "EIO" },
];
const wayOut = ["finish", "undo"] as const;
/** The writes of a card that sleeps: awake, ROM on, ROM off, asleep. */
const cases = [0, 1, 2, 3].flatMap((write) =>
  fates.flatMap((fate) => wayOut.map((choice) => ({ write, ...fate, choice }))),
);

describe("the server is killed", () => {
  test.each(cases)("in write $write, which $fate: $choice", async ({ write, errno, choice }) => {
    const { lab } = scene;
    await lab.faults.set({ write, effect: { kind: "hang" } });
    const { jobId, path } = await begin(sleeping);
    await lab.faults.hanging();
    await scene.passdeck.kill();
    await lab.faults.release(errno);
    await lab.faults.ended(write);
    await lab.faults.set();
    await scene.startPassdeck();

    expect(await scene.passdeck.interrupted()).toMatchObject({ id: jobId, state: "interrupted" });
    await scene.passdeck.api.job[choice].mutate({ jobId });
    const isDone = choice === "finish";
    expect(await scene.passdeck.settled(jobId)).toMatchObject({ state: isDone ? "done" : "undone" });
    expect((await kept()).map((file) => file.path)).toEqual(isDone ? [path] : []);
    await expect(lab.read(`${sysfs(sleeping)}/rom`)).rejects.toThrow("Invalid argument");
    expect(await lab.read(`${sysfs(sleeping)}/power/control`)).toBe("auto\n");
  });
});
