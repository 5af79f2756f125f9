import createClient, { type Client } from "openapi-fetch";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CreateRig, hostId, newName, patience } from "@/e2e/libvirtd/create-rig";
import type { paths } from "@/server/rest/testing/api-v1.gen";

/** A client that was generated from the document, against the whole server and a real libvirtd. */
let rig: CreateRig;
let client: Client<paths>;

beforeAll(async () => {
  rig = await CreateRig.start();
  client = await clientWith({ role: "admin" });
}, 180_000);

afterAll(() => rig?.stop());

async function makeKey(part: { role: "admin" | "operator"; vms?: { hostId: string; vmId: string }[] }) {
  return rig.api.account.createKey.mutate({ name: newName(), days: 1, ...part });
}

async function clientWith(part: Parameters<typeof makeKey>[0]): Promise<Client<paths>> {
  const { key } = await makeKey(part);
  return createClient<paths>({
    baseUrl: `${rig.world.origin}/api/v1`,
    headers: { authorization: `Bearer ${key}` },
  });
}

/** A VM with little in it. */
function vmCalled(name: string) {
  const source = { kind: "new-volume", pool: "disks", volume: `${name}.qcow2`, bytes: 16_777_216 } as const;
  return {
    name,
    domainType: "qemu" as const,
    memory: { bytes: 67_108_864 },
    cpu: { cores: 1 },
    firmware: { kind: "bios" as const },
    graphics: { kind: "none" as const },
    disks: [{ source: { ...source, copyOf: null } }],
  };
}

/** What a body makes, under an Idempotency-Key. */
function create(name: string, key: string) {
  return client.POST("/hosts/{hostId}/vms", {
    params: { path: { hostId }, header: { "Idempotency-Key": key } },
    body: { request: { source: { kind: "specification", specification: vmCalled(name) }, start: false } },
  });
}

async function jobDone(jobId: string): Promise<void> {
  const job = async () => (await client.GET("/jobs/{jobId}", { params: { path: { jobId } } })).data;
  await vi.waitUntil(async () => (await job())?.state !== "running", patience);
  expect(await job()).toMatchObject({ state: "done", problem: null });
}

/** Makes a VM. @returns the parameters of its path. */
async function made(name = newName()) {
  const { data, response } = await create(name, `make-${name}`);
  expect([response.status, response.headers.get("location")]).toEqual([202, `/api/v1/jobs/${data?.jobId}`]);
  await jobDone(data?.jobId ?? "");
  const path = { hostId, vmId: data?.vmId ?? "" };
  await vi.waitUntil(
    async () => (await client.GET("/hosts/{hostId}/vms/{vmId}", { params: { path } })).data,
    patience,
  );
  return { name, path };
}

const vmPath = "/hosts/{hostId}/vms/{vmId}";

test("a VM is made, renamed, set to autostart, started, forced off, and deleted by its plan", async () => {
  const { name, path } = await made();
  const renamed = await client.POST(`${vmPath}/rename`, { params: { path }, body: { name: `${name}-2` } });
  expect(renamed.response.status).toBe(204);
  await vi.waitUntil(
    async () => (await client.GET(vmPath, { params: { path } })).data?.name === `${name}-2`,
    patience,
  );
  expect((await client.GET(`${vmPath}/xml`, { params: { path } })).data?.xml).toContain(
    `<name>${name}-2</name>`,
  );
  await client.PUT(`${vmPath}/autostart`, { params: { path }, body: { autostart: true } });
  expect(await rig.virsh("dominfo", `${name}-2`)).toMatch(/Autostart:\s+enable/);

  const started = await client.POST(`${vmPath}/start`, { params: { path } });
  expect(started.response.status).toBe(202);
  await jobDone(started.data?.jobId ?? "");
  expect(await rig.virsh("domstate", `${name}-2`)).toBe("running");
  const again = await client.POST(`${vmPath}/start`, { params: { path } });
  expect(again.error).toMatchObject({
    status: 409,
    code: "conflict",
    detail: expect.stringContaining("already on"),
  });
  expect((await client.POST(`${vmPath}/force-off`, { params: { path } })).response.status).toBe(200);

  const asked = { params: { path }, body: { deleteDisks: ["vda"] } };
  await vi.waitUntil(
    async () => (await client.GET(vmPath, { params: { path } })).data?.state === "off",
    patience,
  );
  const plan = await client.POST(`${vmPath}/delete-plan`, asked);
  const wrong = { fingerprint: "another", deleteDisks: ["vda"] };
  expect((await client.DELETE(vmPath, { params: { path, query: wrong } })).error?.code).toBe("conflict");
  const query = { fingerprint: plan.data?.fingerprint ?? "", deleteDisks: ["vda"] };
  const deleted = await client.DELETE(vmPath, { params: { path, query } });
  await jobDone(deleted.data?.jobId ?? "");
  await vi.waitUntil(
    async () => (await client.GET(vmPath, { params: { path } })).error?.code === "not-found",
    patience,
  );
  expect(await rig.volumes()).not.toContain(`${name}.qcow2`);
});

test("the same Idempotency-Key makes one VM, and stands for no other request", async () => {
  const name = newName();
  const [first, second] = [await create(name, name), await create(name, name)];
  expect(second.data).toEqual(first.data);
  expect([first, second].map(({ response }) => response.headers.get("idempotent-replayed"))).toEqual([
    null,
    "true",
  ]);
  expect((await create(newName(), name)).error).toMatchObject({
    status: 422,
    code: "idempotency-key-reused",
  });
  await jobDone(first.data?.jobId ?? "");
  expect((await create(newName(), "with space")).error).toMatchObject({ code: "bad-input" });
});

test("lists come in pages, each thing once", async () => {
  await made();
  await made();
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const query = { limit: 1, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = await client.GET("/vms", { params: { query } });
    expect(data?.items.length).toBeLessThanOrEqual(1);
    seen.push(...(data?.items ?? []).map(({ id }) => id));
    if (data?.next == null) break;
    cursor = data.next;
  }
  const { data: all } = await client.GET("/vms", { params: { query: { limit: 1000 } } });
  expect(seen).toEqual(all?.items.map(({ id }) => id));
  expect(new Set(seen).size).toBe(seen.length);
});

test("a key for one VM starts it and sees its job; another VM answers as one that does not exist", async () => {
  const [mine, other] = [await made(), await made()];
  const narrow = await clientWith({ role: "operator", vms: [mine.path] });
  const nothing = { hostId, vmId: "0d6a5e1c-0000-4000-8000-00000000abcd" };
  const errors = [other.path, nothing].map(
    async (path) => (await narrow.POST(`${vmPath}/start`, { params: { path } })).error,
  );
  const [theirs, none] = await Promise.all(errors);
  expect(theirs).toMatchObject({ status: 404, code: "not-found" });
  expect(theirs).toEqual(none);
  expect((await narrow.GET(vmPath, { params: { path: other.path } })).error).toEqual(none);
  const listed = await narrow.GET("/vms", { params: { query: {} } });
  expect(listed.data?.items.map(({ id }) => id)).toEqual([mine.path.vmId]);
  expect((await narrow.GET("/hosts", { params: { query: {} } })).data?.items).toEqual([]);

  const { data } = await narrow.POST(`${vmPath}/start`, { params: { path: mine.path } });
  await jobDone(data?.jobId ?? "");
  const jobs = await narrow.GET("/jobs", { params: { query: {} } });
  expect(jobs.data?.items.map(({ id }) => id)).toEqual([data?.jobId]);
  const rename = await narrow.POST(`${vmPath}/rename`, {
    params: { path: mine.path },
    body: { name: "more" },
  });
  expect(rename.error).toMatchObject({ status: 403, code: "forbidden" });
  await rig.virsh("destroy", mine.name);
});

test("events come as they happen, and end at once when the key is revoked", async () => {
  const { id, key } = await makeKey({ role: "admin" });
  const answer = await fetch(`${rig.world.origin}/api/v1/events`, {
    headers: { authorization: `Bearer ${key}` },
  });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const until = async (form: RegExp) => {
    while (!form.test(text)) {
      const part = await reader?.read();
      if (part?.done !== false) throw new Error(`the events ended: ${text.slice(-200)}`);
      text += part.value;
    }
  };
  await until(/^event: snapshot\ndata: \{/m);
  await until(/^id: [\da-f-]+\nevent: jobs$/m);
  const { name } = await made();
  await until(new RegExp(`^event: delta\\ndata: .*"name":"${name}"`, "m"));
  await until(/^event: job\ndata: /m);
  const ended = (async () => {
    for (;;) if ((await reader?.read())?.done !== false) return;
  })().catch(() => undefined);
  const at = Date.now();
  await rig.api.account.revokeKey.mutate({ keyId: id });
  await ended;
  expect(Date.now() - at).toBeLessThan(1000);
});

test("pools, volumes, networks and the host's hardware are told", async () => {
  const { data: pools } = await client.GET("/hosts/{hostId}/pools", { params: { path: { hostId } } });
  expect(pools?.items.map(({ name }) => name)).toContain("disks");
  const path = { hostId, pool: "disks" };
  const { data: begun } = await client.POST("/hosts/{hostId}/pools/{pool}/volumes", {
    params: { path },
    body: { request: { name: "data.qcow2", format: "qcow2", capacityBytes: 1_048_576 } },
  });
  await jobDone(begun?.jobId ?? "");
  const { data: volumes } = await client.GET("/hosts/{hostId}/pools/{pool}/volumes", { params: { path } });
  expect(volumes?.items.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["cloud.qcow2", "data.qcow2"]),
  );
  const networks = await client.GET("/hosts/{hostId}/networks", { params: { path: { hostId } } });
  expect(networks.data?.items).toEqual(expect.any(Array));
  const report = await client.GET("/hosts/{hostId}/report", { params: { path: { hostId } } });
  expect(report.data?.checks.length).toBeGreaterThan(0);
  const hosts = await client.GET("/hosts", { params: { query: {} } });
  expect(hosts.data?.items.map(({ id }) => id)).toEqual([hostId]);
});
