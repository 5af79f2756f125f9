import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TRPCClient } from "@trpc/client";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openApi } from "@/e2e/fast-lab/passdeck/api-client";
import { CreateRig, hostId, newName, patience, specification } from "@/e2e/libvirtd/create-rig";
import type { Grant } from "../access/grant.schema";
import { noQuota } from "../access/quota.schema";
import type { Subject } from "../access/share.schema";
import type { CreateRequestInput } from "../create/create-request.schema";
import { goodPassword } from "../http/test-server.test-data";
import type { Job } from "../job/job.schema";
import type { AppRouter } from "./router";

const mebibyte = 2 ** 20;
const secretName = "strictly-private";
const grant: Grant = { pools: ["disks"], networks: ["lab"], media: ["images"], devices: ["any card"] };

interface Member {
  name: string;
  subject: Subject;
  api: TRPCClient<AppRouter>;
  close(): Promise<void>;
}

let rig: CreateRig;
let ada: Member;
let bob: Member;
const all: Member[] = [];

beforeAll(async () => {
  rig = await CreateRig.start();
  const images = join(rig.folder, "images");
  await rig.virsh("pool-create-as", "images", "dir", "--target", images, "--build");
  for (const name of ["cloud.qcow2", "secret.qcow2"])
    await rig.virsh("vol-create-as", "images", name, "8M", "--format", "qcow2");
  for (const name of ["debian.iso", `${secretName}-seed.iso`])
    await rig.virsh("vol-create-as", "images", name, "1M", "--format", "raw");
  const file = join(rig.folder, "secret.xml");
  await writeFile(
    file,
    `<domain type='qemu'><name>${secretName}</name><memory unit='MiB'>32</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices>
<disk type='volume' device='disk'><source pool='images' volume='secret.qcow2'/><target dev='vda' bus='virtio'/></disk>
</devices></domain>`,
  );
  await rig.virsh("define", file);
  await rig.known(secretName);
  nameCards({ name: "any card", note: "For members" }, { name: "the boss’s card", note: "" });
  [ada, bob] = [await member("lovelace"), await member("hopper")];
  for (const { subject } of [ada, bob]) {
    await rig.api.grant.set.mutate({ subject, hostId, grant });
    await limit(subject, 2);
  }
}, 180_000);

afterAll(async () => {
  for (const { close } of all) await close();
  await rig?.stop();
});

/** As administrators name them, of a host that this one is not. */
function nameCards(...devices: { name: string; note: string }[]): void {
  const database = new Database(join(rig.folder, "state", "passdeck.db"));
  const insert = database.prepare(
    "insert into named_devices (host_id, name, note, members) values (?, ?, ?, ?)",
  );
  const member = {
    address: "0000:01:00.0",
    vendorId: "10de",
    deviceId: "2204",
    subsystem: null,
    serialNumber: null,
    label: "RTX 3090",
  };
  for (const { name, note } of devices) insert.run(hostId, name, note, JSON.stringify([member]));
  database.close();
}

const limit = (subject: Subject, vms: number | null) =>
  rig.api.quota.set.mutate({ subject, quota: { ...noQuota, vms, diskBytes: 64 * mebibyte } });

async function begin({ api }: Member, request: CreateRequestInput, owner: Subject | null = null) {
  const wish = { hostId, request, owner };
  const { plan } = await api.create.plan.mutate(wish);
  if (plan.refusal !== null) throw new Error(plan.refusal);
  return api.create.run.mutate({ ...wish, fingerprint: plan.fingerprint });
}

/** A VM as members make it: of an image, with a CD. */
function wished(name: string): CreateRequestInput & { source: { kind: "specification" } } {
  const source = specification(name);
  const [disk] = source.specification.disks ?? [];
  if (disk?.source.kind !== "new-volume") throw new Error("a new disk");
  return {
    source: {
      ...source,
      specification: {
        ...source.specification,
        disks: [{ source: { ...disk.source, copyOf: { pool: "images", volume: "cloud.qcow2" } } }],
        opticalDrives: [{ source: { kind: "volume", pool: "images", volume: "debian.iso" } }],
      },
    },
  };
}

test("two members each make a VM and use it, and neither finds the other's anywhere", async () => {
  const made = [];
  for (const one of [ada, bob]) {
    const name = newName();
    const { jobId, vmId } = await begin(one, wished(name));
    expect(await ended(one, jobId)).toMatchObject({
      state: "done",
      problem: null,
      title: `Create the VM ${name}`,
    });
    await rig.known(name);
    made.push({ ...one, vmName: name, vm: { hostId, vmId }, jobId });
  }
  for (const [index, one] of made.entries()) {
    const other = made[1 - index] ?? expect.unreachable();
    const shares = await rig.api.share.ofUser.query({ userId: one.subject.id });
    expect(shares).toMatchObject({
      vms: [{ vmId: one.vm.vmId, level: "owner", name: one.vmName }],
      devices: [],
    });
    const { results } = await one.api.vm.act.mutate({ hostId, vmIds: [one.vm.vmId], action: "start" });
    expect(results).toMatchObject([{ ok: true }]);
    expect((await one.api.vm.xml.query(one.vm))?.xml).toContain(one.vmName);

    const told = [
      await first(one, "fleet"),
      await first(one, "job"),
      await one.api.create.choices.query({ hostId }),
      await one.api.quota.mine.query(),
    ].map((answer) => JSON.stringify(answer));
    for (const text of told)
      for (const secret of [other.vmName, other.vm.vmId, other.jobId, other.name, secretName, "secret.qcow2"])
        expect(text).not.toContain(secret);
    expect(told[0]).toContain(one.vm.vmId);
    await expect(one.api.vm.xml.query(other.vm)).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
    const forbidden = { data: { code: "FORBIDDEN" } };
    await expect(one.api.audit.list.query({})).rejects.toMatchObject(forbidden);
    await expect(one.api.create.images.query({ hostId })).rejects.toMatchObject(forbidden);
    await expect(first(one, "people")).rejects.toMatchObject(forbidden);
    await expect(first(one, "storage")).rejects.toMatchObject(forbidden);
    await expect(first(one, "network")).rejects.toMatchObject(forbidden);
  }
  const { lines } = await rig.api.audit.list.query({});
  const creations = lines.filter(({ act }) => act === "create.run");
  expect(creations.map(({ who, outcome }) => [who, outcome])).toEqual([
    ["hopper", "done"],
    ["lovelace", "done"],
  ]);
});

test("the names of cards that they were given are asked for, and no others are known", async () => {
  expect((await ada.api.create.choices.query({ hostId })).namedDevices).toEqual([
    { name: "any card", note: "For members", cards: 1 },
  ]);
  const { source } = wished(newName());
  const plan = (namedDevices: string[], start = false) => {
    const request = {
      source: { ...source, specification: { ...source.specification, namedDevices } },
      start,
    };
    return ada.api.create.plan.mutate({ hostId, request });
  };
  const granted = await plan(["any card"]);
  expect(granted.plan.refusal).toBeNull();
  expect(granted.xml).toContain('<passdeck:named-device name="any card"/>');
  expect((await plan(["any card"], true)).plan.refusal).toContain("Create it without starting it");
  const refused = async (name: string) => {
    const error = await plan([name]).then(() => null, String);
    return error?.replaceAll(name, "…");
  };
  const other = await refused("the boss’s card");
  expect(other).toContain("The host has no named device “…”.");
  expect(await refused("no such")).toBe(other);
});

const vmOf = async ({ subject }: Member) => {
  const { vms } = await rig.api.share.ofUser.query({ userId: subject.id });
  const [share] = vms;
  return { hostId, vmId: share?.vmId ?? expect.unreachable() };
};

test("an owner takes the disc out of their running VM’s drive and puts a granted one in, and nobody else does", async () => {
  const vm = await vmOf(ada);
  const change = async (medium: { pool: string; volume: string } | null) => {
    const wish = { ...vm, drive: "sda", medium };
    const { fingerprint } = await ada.api.hardware.planMedium.mutate(wish);
    const { jobId } = await ada.api.hardware.runMedium.mutate({ ...wish, fingerprint });
    expect(await ended(ada, jobId)).toMatchObject({ state: "done", problem: null });
    return [await rig.virsh("dumpxml", vm.vmId), await rig.virsh("dumpxml", vm.vmId, "--inactive")];
  };
  for (const xml of await change(null)) expect(xml).not.toContain("debian.iso");
  for (const xml of await change({ pool: "images", volume: "debian.iso" })) {
    expect(xml).toMatch(/<disk type='volume' device='cdrom'>.*?volume='debian.iso'/s);
    expect(xml).toMatch(/<disk type='[a-z]+' device='disk'>/);
  }
  const eject = { ...vm, drive: "sda", medium: null };
  await expect(bob.api.hardware.planMedium.mutate(eject)).rejects.toMatchObject({
    data: { code: "NOT_FOUND" },
  });
  await expect(ada.api.hardware.planMedium.mutate({ ...eject, drive: "vda" })).rejects.toThrow(
    "no CD drive vda",
  );
  const { fingerprint } = await ada.api.hardware.planMedium.mutate(eject);
  await expect(bob.api.hardware.runMedium.mutate({ ...eject, fingerprint })).rejects.toMatchObject({
    data: { code: "NOT_FOUND" },
  });
});

test("choices are what is granted: media that are nobody's disk, and pools of which nobody is told what is in them", async () => {
  const { pools, networks, grant: told } = await ada.api.create.choices.query({ hostId });
  expect(pools.map(({ name, takesDisks, volumes }) => [name, takesDisks, volumes])).toEqual([
    ["disks", true, []],
    ["images", false, ["cloud.qcow2", "debian.iso"]],
  ]);
  expect(networks).toEqual([]);
  expect(told).toEqual({ owners: [{ subject: ada.subject, name: "lovelace" }] });
});

describe("what is not theirs is as if it were not there", () => {
  const change = (part: object, name = newName()) => {
    const request = wished(name);
    return { source: { ...request.source, specification: { ...request.source.specification, ...part } } };
  };
  const disk = (source: object, name: string) =>
    change(
      { disks: [{ source: { kind: "new-volume", volume: `${name}.qcow2`, bytes: mebibyte, ...source } }] },
      name,
    );
  const plan = (request: CreateRequestInput) => ada.api.create.plan.mutate({ hostId, request });
  const text = async (work: Promise<unknown>) =>
    work.then(
      () => "done",
      (error) => `${error.data?.code} ${error.message}`,
    );

  test.each<[string, (other: boolean) => CreateRequestInput]>([
    ["a pool", (other) => disk({ pool: other ? "images" : "nowhere" }, "a")],
    [
      "an image",
      (other) =>
        disk({ pool: "disks", copyOf: { pool: "disks", volume: other ? "cloud.qcow2" : "no" } }, "a"),
    ],
    [
      "a disk among the media",
      (other) =>
        disk({ pool: "disks", copyOf: { pool: "images", volume: other ? "secret.qcow2" : "no" } }, "a"),
    ],
    [
      "a seed among the media",
      (other) =>
        change(
          {
            opticalDrives: [
              { source: { kind: "volume", pool: "images", volume: other ? `${secretName}-seed.iso` : "no" } },
            ],
          },
          "a",
        ),
    ],
    [
      "a network",
      (other) =>
        change({ networks: [{ source: { kind: "network", network: other ? "default" : "no" } }] }, "a"),
    ],
  ])("%s", async (_, request) => {
    const theirs = await text(plan(request(true)));
    expect(theirs).toBe(await text(plan(request(false))));
    expect(theirs).toContain("NOT_FOUND");
  });

  test("a medium that is asked what it is", async () => {
    const ask = (pool: string, volume: string) => text(ada.api.create.medium.query({ hostId, pool, volume }));
    expect(await ask("images", "debian.iso")).toBe("done");
    const none = await ask("images", "no");
    for (const [pool, volume] of [
      ["images", "secret.qcow2"],
      ["images", `${secretName}-seed.iso`],
      ["disks", "cloud.qcow2"],
      ["nowhere", "cloud.qcow2"],
    ] as const)
      expect(await ask(pool, volume)).toBe(none);
  });

  test("a medium that goes into the drive of one’s own VM", async () => {
    const vm = await vmOf(ada);
    const ask = (medium: { pool: string; volume: string }) =>
      text(ada.api.hardware.planMedium.mutate({ ...vm, drive: "sda", medium }));
    expect(await ask({ pool: "images", volume: "debian.iso" })).toBe("done");
    const none = await ask({ pool: "images", volume: "no" });
    expect(none).toContain("NOT_FOUND");
    for (const [pool, volume] of [
      ["images", "secret.qcow2"],
      ["images", `${secretName}-seed.iso`],
      ["disks", "cloud.qcow2"],
      ["nowhere", "cloud.qcow2"],
    ] as const)
      expect(await ask({ pool, volume })).toBe(none);
  });

  test("and what is taken is said to be, without whose it is", async () => {
    const { plan: named } = await plan(wished(secretName));
    expect(named.refusal).toBe(`The host already has a VM called ${secretName}. Choose another name.`);
    const before = await rig.volumes();
    await rig.virsh("vol-create-as", "disks", "taken.qcow2", "1M", "--format", "qcow2");
    const { plan: volume } = await plan(wished("taken"));
    expect(volume.refusal).toBe("The pool disks already has a volume taken.qcow2. Choose another name.");
    await rig.virsh("vol-delete", "taken.qcow2", "--pool", "disks");
    expect(await rig.volumes()).toEqual(before);
  });
});

test("what reaches more of the host, another's ownership, and a disk of another name are refused", async () => {
  const request = wished(newName());
  const { source } = request;
  const refused = (changed: CreateRequestInput, owner: Subject | null = null) =>
    expect(ada.api.create.plan.mutate({ hostId, request: changed, owner })).rejects;
  await refused({
    source: {
      ...source,
      specification: { ...source.specification, sharedFolders: [{ path: "/etc", tag: "etc" }] },
    },
  }).toThrow("A VM that you make by yourself may not have this: sharedFolders");
  await refused({ source: { kind: "xml", xml: "<domain/>" } }).toThrow("may not have this");
  await refused(request, bob.subject).toThrow("A VM that you make is your own");
  const [disk] = source.specification.disks ?? [];
  if (disk?.source.kind !== "new-volume") throw new Error("a new disk");
  const disks = [{ source: { ...disk.source, volume: "other.qcow2" } }];
  await refused({ source: { ...source, specification: { ...source.specification, disks } } }).toThrow(
    "are called after it",
  );
});

test("the quota holds, and without a limit of VMs nothing is made", async () => {
  const eve = await member("eve");
  await rig.api.grant.set.mutate({ subject: eve.subject, hostId, grant });
  const request = wished(newName());
  await expect(begin(eve, request)).rejects.toThrow("No limit is set for the VMs of eve");
  await limit(eve.subject, 1);
  const { jobId } = await begin(eve, request);
  expect(await ended(eve, jobId)).toMatchObject({ state: "done" });
  await expect(begin(eve, wished(newName()))).rejects.toThrow(
    "VMs: the limit is 1, 1 used, and this takes 1.",
  );
});

test("a group’s grant makes VMs of the group’s, or of a member’s own where they have a limit", async () => {
  const fay = await member("fay");
  const { groupId } = await rig.api.group.create.mutate({ name: "team", userIds: [fay.subject.id] });
  const team: Subject = { kind: "group", id: groupId };
  await rig.api.grant.set.mutate({ subject: team, hostId, grant });
  await limit(team, 1);
  const { grant: told } = await fay.api.create.choices.query({ hostId });
  expect(told?.owners.map(({ name }) => name)).toEqual(["team", "fay"]);
  const { jobId, vmId } = await begin(fay, wished(newName()));
  await ended(fay, jobId);
  await vi.waitUntil(async () => rig.api.vm.xml.query({ hostId, vmId }).catch(() => null), patience);
  expect((await rig.api.quota.of.query({ subject: team })).used.vms).toBe(1);
});

test("an API key of theirs is held to the same, and a grant that is taken away ends it, but no job", async () => {
  const { key } = await bob.api.account.createKey.mutate({ name: "make", role: "admin", days: 1 });
  const post = (request: CreateRequestInput) =>
    fetch(`${rig.world.origin}/api/v1/hosts/${hostId}/vms`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ request }),
    });
  expect((await post({ source: { kind: "xml", xml: "<domain/>" } })).status).toBe(403);
  const name = newName();
  const begun = await post(wished(name));
  const { vmId } = (await begun.json()) as { vmId: string };
  expect(begun.status).toBe(202);
  await rig.api.grant.set.mutate({ subject: bob.subject, hostId, grant: null });
  await rig.known(name);
  const { vms } = await rig.api.share.ofUser.query({ userId: bob.subject.id });
  expect(vms).toContainEqual(expect.objectContaining({ vmId, level: "owner" }));
  expect((await post(wished(newName()))).status).toBe(403);
  await expect(bob.api.create.choices.query({ hostId })).rejects.toMatchObject({
    data: { code: "FORBIDDEN" },
  });
});

/** Invites a member, who signs in. */
async function member(name: string): Promise<Member> {
  const { token } = await rig.api.people.invite.mutate({ name, role: "member" });
  const { origin } = rig.world;
  const answer = await fetch(`${origin}/api/trpc/session.join`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ token, password: goodPassword }),
  });
  const { result } = (await answer.json()) as { result: { data: { originProof: string } } };
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const client = openApi(origin, { cookie, proof: result.data.originProof });
  const people = (await first({ api: rig.api }, "people")) as { id: string; name: string }[];
  const id = people.find((person) => person.name === name)?.id ?? expect.unreachable();
  const made: Member = { name, subject: { kind: "user", id }, ...client };
  all.push(made);
  return made;
}

/** The first message of what somebody watches. */
function first(
  { api }: Pick<Member, "api">,
  what: "fleet" | "job" | "people" | "storage" | "network",
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const heard = {
      onData(message: unknown) {
        subscription.unsubscribe();
        resolve(message);
      },
      onError: reject,
    };
    const subscription =
      what === "storage" || what === "network"
        ? api[what].watch.subscribe({ hostId }, heard)
        : api[what].watch.subscribe(undefined, heard);
  });
}

/** A job's end, as who began it is told. */
function ended({ api }: Member, jobId: string): Promise<Job> {
  return vi.waitUntil(async () => {
    // Their sockets are closed when the VM becomes theirs.
    const message = (await first({ api }, "job").catch(() => ({ jobs: [] }))) as { jobs: Job[] };
    return message.jobs.find(({ id, state }) => id === jobId && state !== "running");
  }, patience) as Promise<Job>;
}
