import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { patience } from "@/e2e/libvirtd/create-rig";
import type { Jobs } from "../../job/jobs";
import { changeHardware } from "../hardware/change-hardware";
import { actOnVm } from "../vm/act-on-vm";
import { deleteVm } from "../vm/delete/delete-vm";
import { renameVm } from "../vm/rename";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";

let world: KillWorld;

beforeAll(async () => {
  world = await KillWorld.start();
}, 180_000);

afterAll(() => world?.stop());

test("a VM on which a job works, or was cut short, is not started, renamed or deleted", async () => {
  await world.define(bareDomainXml("web-1"));
  const vmId = await world.virsh("domuuid", "web-1");
  await vi.waitUntil(() => world.fleet.findVm(hostId, vmId), patience);
  const vm = { hostId, vmId };
  const edit = { act: "change", key: "general", from: { title: null }, to: { title: "Web" } } as const;
  const { fingerprint } = await world.ask(changeHardware.plan, { ...vm, edit, alsoLive: false });
  const spec = await world.jobOf(changeHardware.run, { ...vm, edit, alsoLive: false, fingerprint });

  const { fingerprint: doomed } = await world.ask(deleteVm.plan, { ...vm, deleteDisks: [] });
  const refused = async (jobs: Jobs, words: string) => {
    const asked = [
      world.ask(actOnVm, { ...vm, action: "start" }, jobs),
      world.ask(renameVm, { ...vm, name: "web-2" }, jobs),
      world.ask(deleteVm.run, { ...vm, deleteDisks: [], fingerprint: doomed }, jobs),
    ];
    const isNamed = expect.stringContaining(`“${spec.title}” ${words}`);
    for (const act of asked)
      await expect(act).rejects.toMatchObject({ code: "conflict", userMessage: isNamed });
  };

  await world.withState(async (folder) => {
    await world.live(folder, spec, 2);
    await world.takeOver(folder, ({ jobs }) => refused(jobs, "was interrupted and is incomplete"));
  });
  await world.withState((folder) =>
    world.takeOver(folder, async ({ jobs }) => {
      // The job waits for libvirt as long as that is held up.
      world.libvirtd.pause();
      const { id } = jobs.start(spec);
      await refused(jobs, "is still running");
      world.libvirtd.resume();
      expect((await jobs.ended(id)).state).toBe("done");
    }),
  );
  expect(await world.virsh("domstate", "web-1")).toBe("shut off");
});
