import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { TRPCClientError } from "@trpc/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CreateRig, hostId, specification } from "@/e2e/libvirtd/create-rig";

/** Names as attackers choose them; what libvirt and our own rules allow of them is made under that very name. */
const names = [
  ...[
    "$(touch CANARY)",
    "`touch CANARY`",
    "x; touch CANARY",
    "x && touch CANARY",
    "x | tee CANARY",
    "x > CANARY",
  ],
  ...["-rf", "--help", "*", "~root", "a'b", 'a"b', "a\\b", "%s%n", "$IFS"],
  ...["'; drop table users; --", "x' or '1'='1", 'x"); delete from users; --'],
  ...["..", ".", "../up", "a/../../b", "/etc/passwd", ".hidden", "a\0b", "x%00y", "x%2fy"],
  ...["<domain/>", "a&amp;b", "]]>", "<!--x", '"><disk/><x y="', "a]]&gt;b", "&xxe;"],
  ...["\u202egnp.exe", "a\u200bb", "\u2066x\u2069", "a\ufeffb", "\ufffd", "ünï", "日本", "e\u0301"],
  ...[
    "a\nb",
    "a\rb",
    "a\tb",
    "a\u001b[31mb",
    "a\u0085b",
    "a\u2028b",
    "a\u007fb",
    " a",
    "a ",
    "",
    "x".repeat(300),
  ],
  ...["a b", "a+b", "a@b", "a.b", "a:b"],
];

let rig: CreateRig;

beforeAll(async () => {
  rig = await CreateRig.start();
}, 180_000);
afterAll(() => rig?.stop());

/** Whether it was made. What is refused is refused in words, as the caller's mistake and never as ours. */
async function isMade(make: () => Promise<unknown>): Promise<boolean> {
  try {
    await make();
    return true;
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error;
    expect(["BAD_REQUEST", "CONFLICT"]).toContain(error.data?.code);
    return false;
  }
}

async function ended({ jobId }: { jobId: string }): Promise<void> {
  const { state, problem } = await rig.world.jobEnded(jobId);
  expect({ state, problem }).toEqual({ state: "done", problem: null });
}

const listed = async (...words: string[]) =>
  (await rig.virsh(...words, "--name")).split("\n").filter((line) => line !== "");

test("of VMs reach libvirt as they are, or not at all", async () => {
  const made: string[] = [];
  for (const name of names) {
    const { specification: empty } = specification("none");
    const source = { kind: "specification" as const, specification: { ...empty, name, disks: [] } };
    if (await isMade(async () => expect((await rig.make(source)).job.problem).toBeNull())) made.push(name);
  }
  expect(made).toContain("ünï");
  expect((await listed("list", "--all")).sort()).toEqual(made.toSorted());
});

test("of pools reach libvirt as they are, or not at all", async () => {
  const made = ["disks"];
  for (const [index, name] of names.entries()) {
    const request = { type: "dir" as const, name, path: join(rig.folder, `pool-${index}`) };
    const create = async () => ended(await rig.api.storage.createPool.mutate({ hostId, request }));
    if (await isMade(create)) made.push(name);
  }
  expect(made).toContain("a b");
  // virsh fills the names of pools up with spaces.
  const pools = (await listed("pool-list", "--all")).map((name) => name.trimEnd());
  expect(pools.sort()).toEqual(made.map((name) => name.trimEnd()).toSorted());
});

test("of volumes reach libvirt as they are, or not at all", async () => {
  const made: string[] = ["cloud.qcow2"];
  for (const name of names) {
    const request = { name, format: "raw" as const, capacityBytes: 1 };
    const create = async () =>
      ended(await rig.api.storage.createVolume.mutate({ hostId, pool: "disks", request }));
    if (await isMade(create)) made.push(name);
  }
  expect(made).toContain("a:b");
  expect(readdirSync(join(rig.folder, "pool")).sort()).toEqual(made.toSorted());
});

test("of networks reach libvirt as they are, or not at all", async () => {
  const made: string[] = await listed("net-list", "--all");
  for (const name of names) {
    const network = {
      mode: "isolated" as const,
      name,
      autostart: false,
      ipv4: null,
      ipv6: null,
      domain: null,
      dns: false,
    };
    const create = async () => ended(await rig.api.network.create.mutate({ hostId, network }));
    if (await isMade(create)) made.push(name);
  }
  expect((await listed("net-list", "--all")).sort()).toEqual(made.toSorted());
});

test("carried nothing out, and the users are still there", async () => {
  for (const folder of [".", "/", rig.folder, join(rig.folder, "pool")])
    expect(existsSync(join(folder, "CANARY"))).toBe(false);
  expect((await rig.api.session.state.query()).user).toMatchObject({ level: "admin" });
});
