import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { patience } from "@/e2e/libvirtd/create-rig";
import { HostPair } from "@/e2e/libvirtd/host-pair";
import type { OwnHost } from "@/e2e/libvirtd/own-host";
import { qcow2Disk } from "@/e2e/libvirtd/qcow2-disk";
import type { JobSpec } from "../../job/jobs";
import { filesAlong } from "../../move/files-along";
import type { ElementPlan } from "../../xml/build-xml";
import { fingerprintOf } from "../../xml/fingerprint";
import { childOf, parseXml, textOf } from "../../xml/xml";
import type { CopiedDisk, MoveInput } from "../move/move-input.schema";
import { moveKindName } from "../move/move-kind";
import { planMove } from "../move/plan-move";
import { choices, choose, killTimeoutMs, pointsTried } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId, secondHostId } from "./testing/rooms";

const name = "rover";
const volume = "rover.qcow2";
const vmId = randomUUID();
const path = `/var/lib/libvirt/images/${volume}`;
const tpm: ElementPlan = {
  name: "tpm",
  attributes: { model: "tpm-crb" },
  children: [{ name: "backend", attributes: { type: "emulator", version: "2.0" } }],
};

let pair: HostPair;
let world: KillWorld;

beforeAll(async () => {
  pair = await HostPair.start();
  for (const host of [pair.one, pair.two])
    await host.virsh("pool-create-as", "images", "dir", "--target", "/var/lib/libvirt/images");
  world = await KillWorld.startOnTwo(pair);
}, 180_000);

afterAll(async () => {
  await world?.stop();
  await pair?.stop();
});

/** How the VM is moved, and what is looked at of it. */
interface Way {
  what: string;
  /** The VM on the first host, with its disk. */
  prepare(): Promise<void>;
  /** What the job needs to know of it. */
  facts(): Promise<Pick<MoveInput, "cold"> & { file: CopiedDisk["file"] }>;
  state: "running" | "shut off";
  /** What else it has on a host, as {@link hasOf} tells it. */
  files: readonly { name: string; path: string }[];
}

const live: Way = {
  what: "a running VM",
  prepare: async () => {
    await define([qcow2Disk(path)]);
    await pair.one.virsh("start", name);
  },
  facts: async () => ({ cold: null, file: null }),
  state: "running",
  files: [],
};

const variables = { name: "variables", path: `qemu/nvram/${name}_VARS.fd` };
const tpmState = { name: "TPM state", path: `swtpm/${vmId}/tpm2/tpm2-00.permall` };

const cold: Way = {
  what: "a VM that is off",
  prepare: async () => {
    await define([qcow2Disk(path), tpm], (xml) =>
      xml
        .replace("<os>", '<os firmware="efi">')
        .replace('machine="pc"', 'machine="q35"')
        .replace("<devices>", "<features><acpi/></features><devices>"),
    );
    for (const { path: file } of [variables, tpmState]) {
      const place = join(pair.one.libvirtd.folder, "lib", file);
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, Buffer.alloc(64 * 1024, file));
    }
  },
  facts: async () => {
    const xml = await pair.one.virsh("dumpxml", name, "--inactive");
    const disk = parseXml(await pair.one.virsh("vol-dumpxml", volume, "--pool", "images")).documentElement;
    const { files, tpmFolder } = filesAlong(xml, { id: vmId, name });
    return {
      // virsh leaves the last line's end out.
      cold: { definition: fingerprintOf(`${xml}\n`), files, tpmFolder, functions: [] },
      file: {
        sizeBytes: Number(textOf(childOf(disk, "physical"))),
        modified: textOf(childOf(disk, "target", "timestamps", "mtime")),
      },
    };
  },
  state: "shut off",
  files: [variables, tpmState],
};

async function define(devices: readonly ElementPlan[], edit = (xml: string) => xml): Promise<void> {
  const xml = bareDomainXml(name, devices).replace("<memory", `<uuid>${vmId}</uuid><memory`);
  await pair.one.define(edit(xml));
}

async function specOf(way: Way): Promise<JobSpec> {
  const { cold: along, file } = await way.facts();
  const input: MoveInput = {
    vmId,
    vmName: name,
    by: "ada",
    targetHostId: secondHostId,
    targetName: secondHostId,
    cold: along,
    persistent: true,
    autostart: false,
    disks: [
      {
        target: "vda",
        from: { pool: "images", volume },
        to: { pool: "images", volume, path },
        format: "qcow2",
        capacityBytes: 4 * 2 ** 20,
        file,
      },
    ],
    sharedSeen: false,
    options: { bandwidthMiB: null, autoConverge: true, postCopy: false, tls: false, keepDisks: false },
  };
  const { kind, title, steps } = planMove({ input, findings: [], saved: "" });
  return { kind, hostId, title, subjects: [vmId], startedBy: "ada", steps, input };
}

async function forget(host: OwnHost): Promise<void> {
  await host.virsh("destroy", name).catch(() => undefined);
  await host.virsh("undefine", name, "--nvram", "--tpm").catch(() => undefined);
  for (const { path: file } of cold.files) await rm(join(host.libvirtd.folder, "lib", file), { force: true });
  await host.virsh("vol-delete", volume, "--pool", "images").catch(() => undefined);
}

/** The VM is on the first host, with its disk, and the second has nothing of it. */
async function putBack(way: Way): Promise<void> {
  for (const host of [pair.one, pair.two]) await forget(host);
  await pair.one.virsh("vol-create-as", "images", volume, "4M", "--format", "qcow2");
  await way.prepare();
}

/** What a host has of the VM: "running, disk". */
async function hasOf(host: OwnHost, way: Way): Promise<string> {
  const state = await host.virsh("domstate", name).catch(() => "nothing");
  const disk = (await host.virsh("vol-list", "images")).includes(volume) ? "disk" : "no disk";
  const files = way.files.map(({ name: file, path: place }) =>
    existsSync(join(host.libvirtd.folder, "lib", place)) ? file : `no ${file}`,
  );
  return [state, disk, ...files].join(", ");
}

async function bothHave(way: Way) {
  return { one: await hasOf(pair.one, way), two: await hasOf(pair.two, way) };
}

/** What both may have in the end. */
function endsOf({ state, files }: Way) {
  const all = (of: string, disk: string, no: string) =>
    [of, disk, ...files.map((file) => `${no}${file.name}`)].join(", ");
  const whole = all(state, "disk", "");
  const nothing = all("nothing", "no disk", "no ");
  return {
    moved: { one: nothing, two: whole },
    stayed: { one: whole, two: nothing },
    // It had arrived when the job was undone: it is not sent back, and its disk here is kept.
    movedAndKept: { one: all("nothing", "disk", "no "), two: whole },
  };
}

test.each([live, cold])(
  "$what of which a move is killed is on exactly one host, with its disk there alone",
  async (way) => {
    world.isKilled(moveKindName);
    const { moved, stayed, movedAndKept } = endsOf(way);
    await putBack(way);
    const whole = await specOf(way);
    const life = await world.withState((folder) => world.live(folder, whole, null));
    expect(await bothHave(way)).toEqual(moved);
    const tried = pointsTried(life.effects);
    const problems: string[] = [];
    for (const [index, [at, effect]] of tried.entries()) {
      const choice = choices[index % choices.length] ?? "undo";
      await putBack(way);
      const spec = await specOf(way);
      const job = await world.withState(async (folder) => {
        await world.live(folder, spec, at);
        const ended = await choose(world, folder, choice);
        world.libvirtd.resume();
        return ended;
      });
      const ends = choice === "finish" ? [moved] : [stayed, moved, movedAndKept];
      const allowed = ends.map((one) => JSON.stringify(one));
      const found = await vi
        .waitUntil(async () => {
          const now = JSON.stringify(await bothHave(way));
          return allowed.includes(now) ? now : null;
        }, patience)
        .catch(async () => JSON.stringify(await bothHave(way)));
      if (!allowed.includes(found))
        problems.push(
          `killed after ${at}, “${effect}”, ${choice}: ${found}; the job is ${job?.state}: ${job?.problem}`,
        );
    }
    process.stdout.write(`${way.what}: ${life.effects.length} kill points, ${tried.length} kills\n`);
    expect(problems.join("\n")).toBe("");
    for (const host of [pair.one, pair.two]) await forget(host);
  },
  killTimeoutMs,
);
