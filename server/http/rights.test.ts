import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import Database from "better-sqlite3";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Allowed } from "../access/allowed.schema";
import { isAllowed } from "../access/is-allowed.schema";
import { installation, type ObjectReference } from "../access/object.schema";
import { rights } from "../access/rights";
import { type Level, roles } from "../access/role";
import { procedureKinds } from "../api/procedure-kinds";
import { appRouter } from "../api/router";
import { AppError } from "../errors";
import { inputs } from "./inputs.test-data";
import { OpenTransfers } from "./open-transfers";
import { reader, SocketWorld } from "./socket-world.test-data";
import type { TransferOptions } from "./storage-request";
import { handleUpload, uploadsPath } from "./uploads";
import { handleVolumeFile, volumesPath } from "./volume-files";

/**
 * What a page is told that its viewer may do, and what the server then does, compared: for nobody and for each role,
 * over every procedure, socket, upload and download. A new one without its right, or without an input here, fails.
 */
let world: SocketWorld;

beforeAll(async () => {
  world = await SocketWorld.start();
});

afterAll(() => world.server.stop());

const kinds = procedureKinds(appRouter);
/** Guests' go by what is shown there, and not by who is signed in. */
const isGuests = (path: string) => path.startsWith("/ws/guest-");
const sockets = Object.keys(rights.installation).filter((act) => act.startsWith("/ws/"));

test("every procedure can be tried", () => {
  expect(Object.keys(inputs).sort()).toEqual([...kinds.keys()].sort());
});

describe.each(["public", ...roles] as const)("told to %s", (level) => {
  let cookie = "";
  let allowed: Allowed;

  beforeAll(async () => {
    cookie = level === "public" ? "" : await world.signIn();
    setLevel(level);
    const { body } = await world.server.request("/api/trpc/session.state", { headers: { cookie } });
    allowed = JSON.parse(body).result.data.allowed;
  });

  test.each([...kinds].map(([path, type]) => [path, type] as const))("%s", async (path, type) => {
    // It ends the session that it comes under.
    const own = path === "session.signOut" && level !== "public" ? await world.signIn() : cookie;
    const code = type === "subscription" ? await subscribe(path, own) : await call(path, type, own);
    if (path === "account.endSessions" && level !== "public") cookie = await world.signIn();
    expect(code).not.toBe("BAD_REQUEST");
    if (mayDo(allowed, path)) expect(["UNAUTHORIZED", "FORBIDDEN"]).not.toContain(code);
    else expect(code).toBe(refusalOf(level, path));
  });

  test.each(sockets.filter(isGuests))("%s, without a ticket of a link", async (path) => {
    expect(isAllowed(allowed, path, installation)).toBe(true);
    expect(await world.upgradeStatus(path, { cookie })).toBe(401);
  });

  test.each(sockets.filter((path) => !isGuests(path)))("%s", async (path) => {
    const status = await world.upgradeStatus(path, { cookie });
    const refusal = level === "public" ? 401 : 403;
    expect(status).toBe(isAllowed(allowed, path, installation) ? 101 : refusal);
  });

  test("/api/audit", async () => {
    const { status } = await world.server.request("/api/audit?format=json", { headers: { cookie } });
    const refusal = level === "public" ? 401 : 403;
    expect(status).toBe(isAllowed(allowed, "audit.export", installation) ? 200 : refusal);
  });

  test.each([
    [`${uploadsPath}some`, "HEAD", "storage.openUpload", { kind: "pool", hostId: "a", pool: "b" }],
    [
      `${volumesPath}a/b/c`,
      "GET",
      "storage.readVolume",
      { kind: "volume", hostId: "a", pool: "b", volume: "c" },
    ],
  ] as const)("%s", async (path, method, act, object) => {
    const status = await fileStatus(level, path, method);
    const refusal = { public: 401, member: 404, viewer: 403, operator: 403, admin: 403 }[level];
    expect(status).toBe(isAllowed(allowed, act, object) ? 404 : refusal);
  });
});

/** What is said to who may not: of what is shared with nobody a member knows no more than of what is not there. */
function refusalOf(level: Level, act: string): string {
  if (level === "public") return "UNAUTHORIZED";
  const known = level !== "member" || Object.hasOwn(rights.installation, act);
  return known ? "FORBIDDEN" : "NOT_FOUND";
}

/** Whether the page would offer it: the right has to be there on an object of each kind that it concerns. */
function mayDo(allowed: Allowed, act: string): boolean {
  const concerned = (Object.keys(rights) as (keyof typeof rights)[]).filter((kind) =>
    Object.hasOwn(rights[kind], act),
  );
  const names = { hostId: "nowhere", vmId: "none" };
  return concerned.every((kind) => isAllowed(allowed, act, { kind, ...names } as ObjectReference));
}

/** Makes the only user one of this level; nobody else is affected, as there is nobody else. */
function setLevel(level: Level): void {
  const database = new Database(join(world.server.dataFolder, "passdeck.db"));
  database.prepare("update users set level = ?").run(level === "public" ? "admin" : level);
  database.close();
}

async function call(path: string, type: "query" | "mutation", cookie: string): Promise<string | null> {
  const input = inputs[path];
  const address =
    input === undefined
      ? `/api/trpc/${path}`
      : `/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`;
  const answer =
    type === "query"
      ? await world.server.request(address, { headers: { cookie } })
      : await world.server.mutate(path, input, { cookie });
  const { error, result } = JSON.parse(answer.body);
  // Of several VMs, each is refused by itself.
  const items: { message: string | null }[] = result?.data?.results ?? [];
  const refused = items.some(({ message }) => message === "Your role does not allow this.");
  return error?.data.code ?? (refused ? "FORBIDDEN" : null);
}

/** The code of a subscription's first answer; of a socket that is refused, what a call would get. */
async function subscribe(path: string, cookie: string): Promise<string | null> {
  if (cookie === "")
    return (await world.upgradeStatus("/ws/trpc", { cookie })) === 401 ? "UNAUTHORIZED" : null;
  const socket = await world.open("/ws/trpc", { cookie });
  const next = reader(socket);
  socket.send(JSON.stringify({ id: 1, method: "subscription", params: { path, input: inputs[path] } }));
  const answer = (await next()) as { error?: { data: { code: string } } };
  socket.terminate();
  return answer.error?.data.code ?? null;
}

const nothingThere = () => {
  throw new AppError("not-found", { userMessage: "Not there." });
};
const upload = { parts: { hostId: "a", pool: "b", file: { sizeBytes: 1 } }, settle: nothingThere };
const services = { storage: { uploads: { find: () => upload } }, fleet: { host: nothingThere } };
const transfers = new OpenTransfers({ sessionById: () => null, onChange: () => () => undefined });
const options = { services, transfers, log: pino({ level: "silent" }) } as unknown as TransferOptions;

/** The status of an upload's or a download's request by someone of a level; 404 of who is let through. */
async function fileStatus(level: Level, path: string, method: "HEAD" | "GET"): Promise<number> {
  const user = level === "public" ? null : { id: "1", name: "ada", level };
  const session = user && { id: "s", user, expiresAt: Number.MAX_SAFE_INTEGER };
  const caller = {
    session,
    browserMark: null,
    userAgent: null,
    pageOrigin: null,
    address: "127.0.0.1",
    localAddress: "127.0.0.1",
    secure: false,
  };
  const server = createServer((request, response) => {
    const asked = { request, response, path, caller };
    void (path.startsWith(uploadsPath) ? handleUpload(options, asked) : handleVolumeFile(options, asked));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const { status } = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { "tus-resumable": "1.0.0", "sec-fetch-site": "same-origin" },
  });
  server.close();
  return status;
}
