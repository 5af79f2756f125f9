import { afterEach, beforeEach, expect, test } from "vitest";
import { bootChanges } from "../../database/tables/hosts";
import { able, need, unable } from "../../host/ability";
import { capturedHost } from "../../host/captured-host";
import { temporaryFolder } from "../../host/tree.test-data";
import { wishedChangeSchema } from "../../prepare/change.schema";
import { type PlanParts, planChange } from "./plan-change";
import { GrubHost, grubText } from "./testing/grub-host";
import { PrepareRig } from "./testing/prepare-rig";

let host: GrubHost;

beforeEach(() => {
  host = new GrubHost();
  host.install();
});

afterEach(() => host.remove());

const planOn = (machine: PlanParts["machine"], wish: object = { add: ["iommu=pt"] }) =>
  planChange({ machine, needed: [], made: [], by: "ada", originals: "/x" }, wishedChangeSchema.parse(wish));

test.each([
  ["a record", () => capturedHost("captured", host.root, "host.tar.gz"), "host.tar.gz is a record"],
  ["no root", () => ({ ...host.parts, configuration: unable("Passdeck does not run as root.") }), "as root"],
])("on %s the plan tells what to do by hand, and why Passdeck can't", async (_what, machine, why) => {
  const { plan, jobInput, written } = await planOn(machine());
  expect(plan).toMatchObject({ refusal: expect.stringContaining(why), steps: [] });
  expect(jobInput).toBeNull();
  expect(written.steps.map(({ file }) => file)).toEqual(["/etc/default/grub"]);
  expect(written.commands).toEqual([["update-grub"]]);
});

test("a file with bytes that are no text is not edited", async () => {
  host.write("etc/default/grub", Buffer.from(`${grubText}# M\xfcller\n`, "latin1"));
  const { plan } = await planOn(host.parts);
  expect(plan.refusal).toContain("holds bytes that are no UTF-8");
});

test("a link off the list is named", async () => {
  host.write("srv/grub", grubText);
  host.link("etc/default/grub", "/srv/grub");
  expect((await planOn(host.parts)).plan.refusal).toContain("which is a link to /srv/grub");
});

test("what is so already is no plan, and what is refused says what can be done instead", async () => {
  expect((await planOn(host.parts, { add: ["quiet"] })).plan.refusal).toContain("nothing has to be changed");
  const { plan } = await planOn(host.parts, { hugePages: { size: "1G", count: 15 } });
  expect(plan.refusal).toContain("leave too little for the host");
});

test("where the new initial RAM disks would not fit, it is refused with the numbers, and nothing is written", async () => {
  const own = need(host.parts.configuration);
  const full = {
    folder: "boot",
    freeBytes: 2 ** 20,
    images: [{ path: "boot/initrd.img-6.1.0", bytes: 60 * 2 ** 20 }],
  };
  const configuration = able({
    read: (path: string) => own.read(path),
    replace: () => Promise.reject(new Error("nothing is written")),
    missingFolders: (path: string) => own.missingFolders(path),
    removeFolders: () => Promise.reject(new Error("nothing is removed")),
    run: (words: readonly string[]) => own.run(words),
    bootSpace: async () => [full],
  });
  const machine = { ...host.parts, configuration };
  expect((await planOn(machine)).jobInput).not.toBeNull();
  const { plan, jobInput } = await planOn(machine, { blacklist: ["nouveau"] });
  expect(plan.refusal).toMatch(/^\/boot has 1 MiB free, and about 70 MiB are needed/);
  expect(jobInput).toBeNull();
});

test("a fingerprint stands for the facts: the same twice, another once the file is another", async () => {
  const [one, other] = [await planOn(host.parts), await planOn(host.parts)];
  expect(one.plan.fingerprint).toBe(other.plan.fingerprint);
  expect(one.jobInput?.id).not.toBe(other.jobInput?.id);
  host.write("etc/default/grub", `${grubText}# mine\n`);
  expect((await planOn(host.parts)).plan.fingerprint).not.toBe(one.plan.fingerprint);
});

test("a change that another version of Passdeck has on record spoils no other", async () => {
  const rig = new PrepareRig(host, temporaryFolder());
  await rig.apply({ add: ["iommu=pt"] });
  const [row] = rig.database.query.select().from(bootChanges).all();
  rig.database.query
    .insert(bootChanges)
    .values({ ...row, id: crypto.randomUUID(), wish: { of: "tomorrow" } } as typeof bootChanges.$inferInsert)
    .run();
  expect((await rig.state()).changes).toHaveLength(1);
  rig.close();
});

test("the state says why nothing can be changed", async () => {
  const parts = { ...host.parts, configuration: unable("No root.") };
  const rig = new PrepareRig({ root: host.root, parts }, temporaryFolder());
  expect(await rig.state()).toMatchObject({ unable: "No root.", changes: [], restartPending: false });
  rig.close();
});
