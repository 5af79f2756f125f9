import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { DefinitionVersions } from "../../database/definition-versions";
import type { Database } from "../../database/open-database";
import { AppError } from "../../errors";
import { Fleet } from "../../fleet/fleet";
import { testHost } from "../../host/test-host.test-data";
import { openTestDatabase, silentLog } from "../../job/test-world.test-data";
import { fingerprintOf } from "../../xml/fingerprint";
import { childOf } from "../../xml/xml";
import { changeDefinition, type DefinitionChange } from "./change-definition";
import { DefinitionConflict } from "./definition-conflict";
import { DefinitionHistory } from "./definition-history";

const run = promisify(execFile);
const hostId = "local";
const name = `versions-${randomBytes(4).toString("hex")}`;

let libvirtd: PrivateLibvirtd;
let folder: string;
let fleet: Fleet;
let vmId: string;
let database: Database;
let definitions: DefinitionHistory;
let unfollow: () => void;

const virsh = async (...words: string[]) =>
  (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout.trim();
const saved = () => virsh("dumpxml", name, "--inactive", "--security-info");

async function define(xml: string): Promise<void> {
  const file = join(folder, "domain.xml");
  await writeFile(file, xml);
  await virsh("define", file);
}

const original = `<domain type='qemu'><name>${name}</name><memory unit='MiB'>64</memory><vcpu>2</vcpu>
<os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><graphics type='vnc' port='-1' passwd='s3cret'/></devices></domain>`;

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  folder = await mkdtemp(join(tmpdir(), "versions-"));
  await define(original);
  vmId = await virsh("domuuid", name);
  fleet = new Fleet([testHost(hostId, libvirtd.uri)], silentLog);
  fleet.start();
  await vi.waitUntil(() => fleet.vmsOf(hostId).length > 0, { timeout: 60_000, interval: 20 });
}, 180_000);

afterAll(async () => {
  await fleet?.stop();
  await virsh("destroy", name).catch(() => undefined);
  await virsh("undefine", name).catch(() => undefined);
  await libvirtd?.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await virsh("destroy", name).catch(() => undefined);
  await virsh("setvcpus", name, "2", "--config");
  database = openTestDatabase();
  definitions = new DefinitionHistory(fleet, new DefinitionVersions(database), silentLog);
  unfollow = definitions.follow();
});

afterEach(async () => {
  unfollow();
  // What is still being looked at needs the database.
  await definitions.present({ hostId, vmId });
  database.close();
});

const vm = () => ({ hostId, vmId });
const kept = () => definitions.versions.all(vm()).map(({ by, what }) => [by, what]);

function change(part: Partial<DefinitionChange> = {}): Promise<{ active: boolean }> {
  const edit: DefinitionChange["edit"] = (document) => {
    const title = document.createElement("title");
    title.appendChild(document.createTextNode(randomBytes(4).toString("hex")));
    const before = childOf(document.documentElement, "title");
    if (before) document.documentElement?.replaceChild(title, before);
    else document.documentElement?.insertBefore(title, childOf(document.documentElement, "memory"));
  };
  return changeDefinition(
    { fleet, definitions },
    { hostId, vmId, by: "ada", what: "Gave it a title", base: null, edit, ...part },
  );
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error("it was done");
}

describe("a change of a definition", () => {
  test("is kept with its author, and passwords stay with libvirt alone", async () => {
    await change();
    expect(kept()).toEqual([
      ["ada", "Gave it a title"],
      [null, "First seen by Passdeck"],
    ]);
    expect(await saved()).toMatch(/<title>.*passwd='s3cret'/s);
    const present = await definitions.present(vm());
    expect(present?.xml).toContain("<title>");
    expect(present?.xml).not.toContain("s3cret");
  });

  test("that changes nothing makes no version", async () => {
    await change({ edit: () => undefined });
    expect(kept()).toEqual([[null, "First seen by Passdeck"]]);
  });

  test("on the ground of an older definition is refused, with the one that is in force", async () => {
    const seen = fingerprintOf((await definitions.present(vm()))?.xml ?? "");
    await virsh("setvcpus", name, "1", "--config");
    const before = await saved();
    const error = await refusal(change({ base: seen }));
    expect(error).toBeInstanceOf(DefinitionConflict);
    expect(error.userMessage).toContain("Somebody outside Passdeck changed it (vCPUs changed)");
    expect((error as DefinitionConflict).now.xml).toContain("current='1'");
    expect(await saved()).toBe(before);
    await change({ base: fingerprintOf((error as DefinitionConflict).now.xml) });
    expect(kept().slice(0, 2)).toEqual([
      ["ada", "Gave it a title"],
      [null, "vCPUs changed"],
    ]);
  });

  test("of two at once on the same ground, one is done and one refused", async () => {
    const base = fingerprintOf((await definitions.present(vm()))?.xml ?? "");
    const outcomes = await Promise.allSettled([change({ base }), change({ base, by: "bob" })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("that breaks libvirt's schema, or makes another VM, is refused and changes nothing", async () => {
    const before = await saved();
    const broken = await refusal(
      change({
        edit: (document) => document.documentElement?.appendChild(document.createElement("nonsense")),
      }),
    );
    expect(broken.userMessage).toMatch(/nonsense/);
    const other = await refusal(
      change({
        edit: (document) => {
          const uuid = childOf(document.documentElement, "uuid");
          if (uuid) uuid.textContent = "8e1c25c8-6b1f-4b1e-9d39-111111111111";
        },
      }),
    );
    expect(other.code).toBe("bad-input");
    expect(await saved()).toBe(before);
    expect(kept()).toEqual([[null, "First seen by Passdeck"]]);
  });

  test("is taken back where the running machine refuses its part", async () => {
    await virsh("start", name);
    const before = await saved();
    const live = async () => {
      throw new AppError("host-refused", { userMessage: "no" });
    };
    expect((await refusal(change({ live }))).userMessage).toBe("no");
    expect(await saved()).toBe(before);
    expect(await change()).toEqual({ active: true });
  });
});

describe("what is done outside Passdeck", () => {
  test("becomes a version of nobody's when libvirt tells of it", async () => {
    await definitions.present(vm());
    await define((await saved()).replace("<vcpu placement='static'>2", "<vcpu placement='static'>1"));
    await vi.waitUntil(() => kept().length === 2, { timeout: 60_000, interval: 20 });
    expect(kept()[0]).toEqual([null, "vCPUs changed"]);
    await define(await virsh("dumpxml", name, "--inactive", "--security-info"));
    await virsh("setvcpus", name, "2", "--config", "--maximum");
  });

  test("of which libvirt tells nobody is found at the next look", async () => {
    await definitions.present(vm());
    await virsh("setvcpus", name, "1", "--config");
    const told: unknown[] = [];
    const stop = definitions.watch((changed) => told.push(changed));
    const present = await definitions.present(vm());
    stop();
    expect([present?.by, present?.what, told]).toEqual([null, "vCPUs changed", [vm()]]);
  });

  test("leaves no version of a VM that has no saved definition", async () => {
    expect(await definitions.present({ hostId, vmId: "8e1c25c8-6b1f-4b1e-9d39-111111111111" })).toBeNull();
  });
});
