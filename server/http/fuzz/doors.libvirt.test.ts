import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { procedureKinds } from "../../api/procedure-kinds";
import { appRouter } from "../../api/router";
import { configureHosts } from "../../hosts";
import { routes } from "../../rest/routes";
import { fuzzSeed } from "../../setup/fuzz-seed.mjs";
import { inputs } from "../inputs.test-data";
import { SocketWorld } from "../socket-world.test-data";
import type { Answer } from "../test-server.test-data";
import { edited, oddChanges, oddRequest, textEdits, withOdd } from "./odd-values.test-data";

/**
 * Whatever comes in at a door is answered for: no failure of ours, nothing of our insides in an answer, and the server
 * goes on. `npm run fuzz` tries a hundred times as much.
 */
const runs = { numRuns: fuzzSeed() === null ? 1_000 : 100_000 };
const patience = fuzzSeed() === null ? 120_000 : 6 * 3_600_000;

let libvirtd: PrivateLibvirtd;
let world: SocketWorld;
let key: string;
let vm: { hostId: string; vmId: string };
let xml: string;

const run = promisify(execFile);
const virsh = async (...words: string[]) => (await run("virsh", ["-q", "-c", libvirtd.uri, ...words])).stdout;

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  const file = join(libvirtd.folder, "vm.xml");
  await writeFile(file, bareDomainXml("fuzzed", []));
  await virsh("define", file);
  await virsh("pool-create-as", "images", "dir", "--target", join(libvirtd.folder, "lib/images"));
  world = await SocketWorld.start({ libvirtUri: libvirtd.uri, logLevel: "error" }, configureHosts);
  const isConnected = async () => (await world.server.request("/healthz")).body.includes('"connected"');
  await vi.waitUntil(isConnected, { timeout: 60_000, interval: 20 });
  ({ key } = await world.act("account.createKey", { name: "fuzz", role: "admin", days: 1, vms: null }));
  vm = { hostId: "local", vmId: (await virsh("domuuid", "fuzzed")).trim() };
  xml = await virsh("dumpxml", "fuzzed");
}, 180_000);

afterAll(async () => {
  await world?.server.stop();
  await libvirtd?.stop();
});

afterEach(async () => {
  expect((await world.server.request("/healthz")).status).toBe(200);
  // Nothing of it was asked by nobody.
  const own = await world.server.request("/api/trpc/account.sessions", { headers: { cookie: world.cookie } });
  expect(own.status).toBe(200);
  // What nobody foresaw is logged as an error.
  expect(world.server.logged()).toBe("");
});

const insides = /\n\s+at |node:internal|node_modules|SqliteError|ZodError|\.ts:\d+/;

function isAnswered({ status, body }: Pick<Answer, "status" | "body">): boolean {
  return status !== 500 && !insides.test(body);
}

/** For an address, which has no place for half of a pair of surrogates. */
function encoded(words: string): string {
  return encodeURIComponent(Buffer.from(words).toString());
}

/** Names of what is there in place of names of nothing. */
function ofRealThings(input: unknown): unknown {
  return JSON.parse(
    JSON.stringify(input)
      .replaceAll('"nowhere"', '"local"')
      .replaceAll("0d6a5e1c-0000-4000-8000-00000000abcd", vm.vmId)
      .replaceAll('"none"', '"images"'),
  );
}

test(
  "bytes that are HTTP, or nearly",
  async () => {
    const property = fc.asyncProperty(oddRequest, async (bytes) => {
      const socket = connect(world.server.port, "127.0.0.1");
      socket.on("error", () => undefined);
      const answered = text(socket).catch(() => "");
      socket.end(bytes);
      const answer = await answered;
      expect(answer).not.toMatch(/^HTTP\/1\.1 500|\r\n\r\n[\s\S]*HTTP\/1\.1 500/);
      expect(answer).not.toMatch(insides);
    });
    await fc.assert(property, runs);
  },
  patience,
);

/** Not those that end the session under which everything is sent. */
const tried = [...procedureKinds(appRouter)].filter(
  ([path, type]) => type !== "subscription" && !["session.signOut", "account.endSessions"].includes(path),
);

test(
  "inputs of procedures",
  async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...tried),
      fc.boolean(),
      oddChanges,
      async ([path, type], isReal, changes) => {
        const known = inputs[path];
        const input = JSON.stringify(withOdd(isReal ? ofRealThings(known ?? {}) : known, changes)) ?? "";
        const headers = { cookie: world.cookie };
        const query = `/api/trpc/${path}?input=${encoded(input)}`;
        const answer =
          type === "query"
            ? await world.server.request(query.slice(0, 15_000), { headers })
            : await world.server.request(`/api/trpc/${path}`, {
                method: "POST",
                headers: { ...headers, origin: world.server.origin, "content-type": "application/json" },
                body: input,
              });
        expect({ path, input, ...answer, isAnswered: isAnswered(answer) }).toMatchObject({
          isAnswered: true,
        });
      },
    );
    // Half of a pair of surrogates became the name of a folder.
    const found = [["bridge.keep", "mutation"], false, [{ place: 13, value: "\ud800" }]];
    await fc.assert(property, { ...runs, examples: [found as never] });
  },
  patience,
);

test(
  "requests to REST",
  async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...routes.filter(({ id }) => id !== "watchEvents")),
      fc.array(fc.oneof(fc.constant("local"), fc.constant(vm.vmId), fc.string({ unit: "binary" })), {
        minLength: 3,
        maxLength: 3,
      }),
      oddChanges,
      fc.dictionary(fc.string(), fc.string({ unit: "binary" }), { maxKeys: 3 }),
      async ({ method, path, example }, names, changes, query) => {
        const left = [...names];
        const place = path.replaceAll(/\{\w+\}/g, () => encoded(left.shift() ?? "x"));
        const search = new URLSearchParams(query).toString();
        const answer = await world.server.request(`/api/v1${place}${search === "" ? "" : `?${search}`}`, {
          method,
          headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
          ...(method === "GET" ? {} : { body: JSON.stringify(withOdd(example ?? {}, changes)) ?? "" }),
        });
        expect({ method, place, ...answer, isAnswered: isAnswered(answer) }).toMatchObject({
          isAnswered: true,
        });
      },
    );
    await fc.assert(property, runs);
  },
  patience,
);

const partType = "application/offset+octet-stream";

test(
  "parts of an upload",
  async () => {
    const wish = { hostId: "local", pool: "images", name: "fuzzed.img", sizeBytes: 2 ** 20, checksum: null };
    let { url } = await world.act("storage.openUpload", wish);
    const property = fc.asyncProperty(
      fc.constantFrom("HEAD", "PATCH", "PATCH", "PATCH", "POST", "PUT", "OPTIONS", "DELETE"),
      fc.oneof(
        fc.nat(2 ** 20).map(String),
        fc.string(),
        fc.constantFrom("-1", "1e3", "0x1", "9007199254740993"),
      ),
      fc.constantFrom(partType, partType, partType, "application/json", ""),
      fc.constantFrom("1.0.0", "1.0.0", "1.0.0", "1.0.0", "0.2.2", ""),
      fc.string({ unit: "binary", maxLength: 2_000 }),
      async (method, offset, type, version, body) => {
        const answer = await world.server.request(url, {
          method,
          headers: {
            ...{ cookie: world.cookie, origin: world.server.origin, "tus-resumable": version },
            ...{ "upload-offset": offset.replaceAll(/[^\x20-\x7e]/g, "?"), "content-type": type },
          },
          ...(method === "HEAD" || method === "OPTIONS" ? {} : { body }),
        });
        expect({ method, offset, ...answer, isAnswered: isAnswered(answer) }).toMatchObject({
          isAnswered: true,
        });
        if (method === "DELETE" && answer.status === 204)
          ({ url } = await world.act("storage.openUpload", wish));
      },
    );
    await fc.assert(property, runs);
  },
  patience,
);

test(
  "definitions of a VM",
  async () => {
    const property = fc.asyncProperty(textEdits, async (edits) => {
      const wish = { ...vm, xml: edited(xml, edits), base: 1 };
      const answer = await world.server.mutate("definition.preview", wish, { cookie: world.cookie });
      expect({ ...answer, isAnswered: isAnswered(answer) }).toMatchObject({ isAnswered: true });
    });
    await fc.assert(property, runs);
  },
  patience,
);
