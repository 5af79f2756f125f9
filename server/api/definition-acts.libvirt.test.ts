import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { type ApiWorld, startApi } from "../http/api-client.test-data";

const run = promisify(execFile);
const hostId = "local";

let libvirtd: PrivateLibvirtd;
let folder: string;
let world: ApiWorld;
let name: string;
let vmId: string;

const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();

async function define(called: string): Promise<string> {
  const uuid = randomUUID();
  const file = join(folder, "domain.xml");
  await writeFile(
    file,
    `<domain type='qemu'><name>${called}</name><uuid>${uuid}</uuid><memory unit='MiB'>32</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><graphics type='vnc' passwd='s3cret'/></devices></domain>`,
  );
  await virsh("define", file);
  await untilNamed(uuid, called);
  return uuid;
}

/** What Passdeck says of a VM follows libvirt's events. */
function untilNamed(uuid: string, called: string): Promise<unknown> {
  const isNamed = () =>
    world.api.vm.xml.query({ hostId, vmId: uuid }).then(
      (vm) => vm?.xml.includes(`<name>${called}</name>`),
      () => false,
    );
  return vi.waitUntil(isNamed, { timeout: 60_000, interval: 50 });
}

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  folder = await mkdtemp(join(tmpdir(), "rename-"));
  world = await startApi(libvirtd.uri);
}, 180_000);

afterAll(async () => {
  await world?.stop();
  await libvirtd?.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  name = `old-${randomBytes(4).toString("hex")}`;
  vmId = await define(name);
});

const rename = (to: string) => world.api.vm.rename.mutate({ hostId, vmId, name: to });
const versions = async () =>
  new Promise<string[]>((resolve, reject) => {
    const subscription = world.api.definition.watchVersions.subscribe(
      { hostId, vmId },
      {
        onData(all) {
          subscription.unsubscribe();
          resolve(all.map(({ by, what }) => `${by}: ${what}`));
        },
        onError: reject,
      },
    );
  });

describe("a VM that is renamed", () => {
  test("has the new name everywhere, and its history with who did it", async () => {
    const first = await world.api.definition.get.query({ hostId, vmId });
    await rename(`${name} again`);
    expect(await virsh("domuuid", `${name} again`)).toBe(vmId);
    await untilNamed(vmId, `${name} again`);
    const said = await versions();
    expect(said).toEqual([`root: Renamed from ${name} to ${name} again`, "null: First seen by Passdeck"]);
    // Other acts name the VM by what it is called now.
    const vm = await world.api.vm.setAutostart.mutate({ hostId, vmIds: [vmId], autostart: false });
    expect(vm.results).toMatchObject([{ name: `${name} again`, ok: true }]);

    // A version from before comes back under the new name.
    await virsh("setvcpus", vmId, "2", "--config", "--maximum");
    const now = await world.api.definition.get.query({ hostId, vmId });
    const old = { hostId, vmId, versionId: first?.id ?? 0 };
    const { restored } = await world.api.definition.version.query(old);
    expect(restored).toContain(`<name>${name} again</name>`);
    expect(await world.api.definition.restore.mutate({ ...old, base: now?.id ?? 0 })).toMatchObject({
      saved: true,
    });
    expect(await virsh("dumpxml", `${name} again`, "--inactive")).toContain(
      "<vcpu placement='static'>1</vcpu>",
    );
  }, 180_000);

  test("by virsh is followed too", async () => {
    await world.api.definition.get.query({ hostId, vmId });
    await virsh("domrename", name, `${name}-2`);
    await untilNamed(vmId, `${name}-2`);
    await vi.waitUntil(async () => (await versions()).includes("null: name changed"), {
      timeout: 60_000,
      interval: 50,
    });
  });
});

describe("a VM is not renamed", () => {
  test("where the name is taken, is none, or where libvirt would refuse, and is told why", async () => {
    const other = `${name}-other`;
    await define(other);
    await expect(rename(other)).rejects.toThrow(`has a VM called “${other}” already`);
    await expect(rename("a/b")).rejects.toThrow("has no slash");
    await virsh("start", name);
    await vi.waitUntil(() => rename("x").catch(({ message }: Error) => message.includes("it is on")), {
      timeout: 60_000,
      interval: 50,
    });
    await virsh("managedsave", name);
    await vi.waitUntil(() => rename("x").catch(({ message }: Error) => message.includes("saved state")), {
      timeout: 60_000,
      interval: 50,
    });
    expect(await virsh("domname", vmId)).toBe(name);
  }, 180_000);

  test("by its definition as text, which says where to do it", async () => {
    const now = await world.api.definition.get.query({ hostId, vmId });
    const xml = (now?.xml ?? "").replace(name, "mail");
    const preview = await world.api.definition.preview.mutate({ hostId, vmId, xml, base: now?.id ?? 0 });
    expect(preview?.problems).toMatchObject([{ line: 2, message: expect.stringContaining("“Rename…”") }]);
  });
});

describe("what of the host a change makes a VM reach is told before", () => {
  test("of a definition as text: a file that is no volume, and no volume", async () => {
    await virsh("pool-create-as", name, "dir", "--target", folder);
    await virsh("vol-create-as", name, "disk.img", "1M");
    const now = await world.api.definition.get.query({ hostId, vmId });
    const devices = `<disk type='file' device='disk'><source file='${folder}/disk.img'/><target dev='vda' bus='virtio'/></disk>
<serial type='file'><source path='/etc/cron.d/x'/></serial>`;
    const xml = (now?.xml ?? "").replace("</devices>", `${devices}</devices>`);
    const preview = await world.api.definition.preview.mutate({ hostId, vmId, xml, base: now?.id ?? 0 });
    expect(preview?.problems).toEqual([]);
    expect(preview?.reach).toEqual([
      "The VM reads or writes /etc/cron.d/x, a file of the host outside its storage pools.",
    ]);
    await virsh("pool-destroy", name);
  });

  test("of its hardware: a device node of the host", async () => {
    const values = { type: "evdev", device: "/dev/input/event3", bus: null, grab: null, repeat: null };
    const edit = { act: "add" as const, kind: "input" as const, values, newVolume: null };
    const { warnings } = await world.api.hardware.plan.mutate({ hostId, vmId, edit, alsoLive: false });
    expect(warnings).toContain("The VM opens the device /dev/input/event3 of the host.");
  });
});

test("a definition as text is not saved where its VM would read another one's raw disk as an image", async () => {
  await virsh("pool-create-as", name, "dir", "--target", folder);
  await virsh("vol-create-as", name, "raw.img", "1M", "--format", "raw");
  const disk = (format: string) =>
    `<disk type='file' device='disk'><driver name='qemu' type='${format}'/><source file='${folder}/raw.img'/><target dev='vda' bus='virtio'/></disk>`;
  const other = await define(`${name}-other`);
  const theirs = await world.api.definition.get.query({ hostId, vmId: other });
  const withDisk = (xml = "", format: string) => xml.replace("</devices>", `${disk(format)}</devices>`);
  const given = { hostId, vmId: other, base: theirs?.id ?? 0, xml: withDisk(theirs?.xml, "raw") };
  expect(await world.api.definition.save.mutate(given)).toMatchObject({ saved: true });
  const now = await world.api.definition.get.query({ hostId, vmId });
  const wanted = { hostId, vmId, base: now?.id ?? 0, xml: withDisk(now?.xml, "qcow2") };
  const why = new RegExp(`${name}-other reads raw.img as raw, and here it would be read as qcow2`);
  await expect(world.api.definition.save.mutate(wanted)).rejects.toThrow(why);
  const preview = await world.api.definition.preview.mutate(wanted);
  expect(preview?.problems).toMatchObject([{ message: expect.stringMatching(why) }]);
  expect(wanted.xml.split("\n")[(preview?.problems[0]?.line ?? 0) - 1]).toContain("<disk");
  await virsh("pool-destroy", name);
});

describe("a text that somebody else overtook", () => {
  test("is put together with their change, and passwords stay", async () => {
    const base = await world.api.definition.get.query({ hostId, vmId });
    const mine = (base?.xml ?? "").replace("</uuid>", "</uuid>\n  <title>mine</title>");
    const draft = { hostId, vmId, xml: mine, base: base?.id ?? 0 };
    await virsh("setvcpus", vmId, "2", "--config", "--maximum");
    await virsh("desc", vmId, "--config", "--title", "theirs");

    const open = await world.api.definition.merge.mutate({ ...draft, choices: {} });
    expect(open.conflicts).toMatchObject([
      { name: "title", mine: "<title>mine</title>", theirs: "<title>theirs</title>" },
    ]);
    expect(open.diff).toBe("");
    const choices = { [open.conflicts[0]?.place ?? ""]: "mine" as const };
    const { now, xml, problems } = await world.api.definition.merge.mutate({ ...draft, choices });
    expect(problems).toEqual([]);
    expect(await world.api.definition.save.mutate({ ...draft, xml, base: now.id })).toMatchObject({
      saved: true,
    });
    const after = await virsh("dumpxml", vmId, "--inactive", "--security-info");
    expect(after).toMatch(/<title>mine<.*>2<\/vcpu>.*passwd='s3cret'/s);
  });
});

describe("a VM that is deleted", () => {
  test("takes its history with it", async () => {
    await world.api.definition.get.query({ hostId, vmId });
    expect(await versions()).toEqual(["null: First seen by Passdeck"]);
    const request = { hostId, vmId, deleteDisks: [] };
    const { fingerprint } = await world.api.vm.planDelete.mutate(request);
    const { jobId } = await world.api.vm.delete.mutate({ ...request, fingerprint });
    expect(await world.jobEnded(jobId)).toMatchObject({ state: "done", problem: null });
    expect(await versions()).toEqual([]);
    await expect(virsh("domname", vmId)).rejects.toThrow("failed to get domain");
  });
});
