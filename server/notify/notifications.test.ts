import { expect, test } from "vitest";
import type { Who } from "../access/can";
import { keyOf } from "../access/object.schema";
import { onVm } from "../access/objects-of";
import { users } from "../database/tables/people";
import { storedText } from "../database/testing/test-database";
import { waitAfter } from "./backoff";
import type { ChannelSettings } from "./channel.schema";
import { crash, everything, hostId, notifyWorld, secret, vmId, webhookWish } from "./notify-world.test-data";
import { closedPort, httpServer, smtpServer, socketServer } from "./send/small-servers.test-data";

const ada = "0d6a5e1c-0000-4000-8000-000000000001";
const bob = "0d6a5e1c-0000-4000-8000-000000000002";

function person(id: string, level: "member" | "viewer", vms: string[] = []): Who {
  const shared = new Map(vms.map((one) => [keyOf(onVm({ hostId, vmId: one })), "viewer" as const]));
  return { level, user: { id, name: id, level }, shared };
}

function bodies(
  received: { body: string }[],
): { id: string; title: string; events: unknown[]; leftOut: number }[] {
  return received.map(({ body }) => JSON.parse(body));
}

test("what happens is sent and logged, and what has no rule is not", async () => {
  const server = await httpServer();
  const { notifications, until, channelId } = notifyWorld();
  notifications.save(null, webhookWish(server.url, { rules: [{ ...everything, subjects: ["vm-crashed"] }] }));
  notifications.start();
  notifications.tell("a", crash({ subject: "job-failed", title: "Job failed: x" }));
  notifications.tell("b", crash());
  notifications.tell("b", crash());
  await until(() => notifications.deliveries(null, channelId()).some(({ state }) => state === "sent"));
  expect(bodies(server.received)).toMatchObject([
    { title: "The VM web crashed", events: [{ vm: { id: vmId } }] },
  ]);
  expect(notifications.deliveries(null, channelId())).toMatchObject([
    { title: "The VM web crashed", state: "sent", attempts: 1, status: 200 },
  ]);
});

test("many at once become one message", async () => {
  const server = await httpServer();
  const { notifications } = notifyWorld();
  notifications.save(null, webhookWish(server.url));
  notifications.start();
  for (let index = 0; index < 1_250; index += 1)
    notifications.tell(
      `job-failed/${index}`,
      crash({ subject: "job-failed", title: `Job failed: ${index}` }),
    );
  await server.until(1);
  const [body] = bodies(server.received);
  expect(body).toMatchObject({ title: "1000 jobs failed", leftOut: 1_200 });
  expect(body?.events).toHaveLength(50);
});

test("a server that hangs or refuses holds up no other channel", async () => {
  const hanging = await socketServer(() => undefined);
  const server = await httpServer();
  const { notifications } = notifyWorld();
  notifications.save(null, webhookWish(`http://127.0.0.1:${hanging}`, { name: "hangs" }));
  notifications.save(null, webhookWish(`http://127.0.0.1:${await closedPort()}`, { name: "refuses" }));
  notifications.save(null, webhookWish(server.url));
  notifications.start();
  notifications.tell("a", crash());
  await server.until(1);
  notifications.tell("b", crash());
  await server.until(2);
});

test("what failed is tried again with the same id, and given up after a day", async () => {
  let time = Date.now();
  let status = 500;
  const server = await httpServer((_request, response) => response.writeHead(status).end());
  const { notifications, until, channelId } = notifyWorld({ now: () => time });
  notifications.save(null, webhookWish(server.url));
  notifications.start();
  notifications.tell("a", crash({ at: time }));
  const last = () => notifications.deliveries(null, channelId())[0];
  await until(() => last()?.attempts === 1);
  expect(last()).toMatchObject({ state: "waiting", status: 500 });
  time += 60_000;
  notifications.tell("b", crash({ at: time }));
  await until(() => last()?.attempts === 2);
  time += 24 * 3_600_000;
  notifications.tell("c", crash({ at: time }));
  await until(() => last()?.state === "given-up");
  status = 200;
  // What came meanwhile was not lost with it.
  await until(() => last()?.state === "sent");
  const ids = bodies(server.received).map(({ id }) => id);
  expect([new Set(ids.slice(0, 3)).size, ids.length]).toEqual([1, 4]);
  expect(bodies(server.received).at(-1)?.title).toBe("2 VMs crashed");
});

test("what a server says no to is told, and not tried again", async () => {
  const server = await httpServer((_request, response) => response.writeHead(404).end());
  const { notifications, until, channelId } = notifyWorld();
  notifications.save(null, webhookWish(server.url));
  notifications.start();
  notifications.tell("a", crash());
  await until(() => notifications.deliveries(null, channelId())[0]?.state === "refused");
  notifications.tell("b", crash());
  await server.until(2);
  const [first, second] = bodies(server.received);
  expect(first?.id).not.toBe(second?.id);
});

test("waits grow to a quarter of an hour, and are spread", () => {
  expect([1, 2, 3, 10, 99].map((attempts) => waitAfter(attempts, 0))).toEqual([
    10_000, 20_000, 40_000, 900_000, 900_000,
  ]);
  expect(waitAfter(1, 1)).toBe(5_000);
});

test("in quiet hours nothing is sent but what is critical; the rest comes at their end, together", async () => {
  let time = Date.UTC(2026, 6, 1, 23);
  const server = await httpServer();
  const { notifications } = notifyWorld({ now: () => time });
  const quiet = { from: "22:00", to: "07:00", timeZone: "UTC", criticalPasses: true };
  notifications.save(null, webhookWish(server.url, { rules: [{ ...everything, quiet }] }));
  notifications.start();
  const failed = { subject: "job-failed", severity: "warning" } as const;
  notifications.tell("a", crash({ ...failed, at: time, title: "one" }));
  notifications.tell("b", crash({ ...failed, at: time, title: "two" }));
  notifications.tell("c", crash({ at: time }));
  await server.until(1);
  time = Date.UTC(2026, 6, 2, 7);
  notifications.tell("d", crash({ at: time }));
  await server.until(2);
  expect(bodies(server.received).map(({ title }) => title)).toEqual([
    "The VM web crashed",
    "2 jobs failed, The VM web crashed",
  ]);
});

test("a person hears of what they may see alone, also when that changes before it is sent", async () => {
  const server = await httpServer();
  const seen: Record<string, Who> = { [ada]: person(ada, "viewer"), [bob]: person(bob, "member", [vmId]) };
  const { notifications, database } = notifyWorld({ users: seen });
  for (const id of [ada, bob])
    database.query
      .insert(users)
      .values({ id, name: id, passwordHash: "!", level: "member", createdAt: 1 })
      .run();
  notifications.setPolicy({ poolPercent: 90, servers: [`127.0.0.1:${server.port}`] });
  notifications.save(bob, webhookWish(`${server.url}/bob`));
  notifications.save(ada, webhookWish(`${server.url}/ada`));
  const other = "0d6a5e1c-0000-4000-8000-00000000ffff";
  notifications.tell("a", crash());
  notifications.tell("b", crash({ vmId: other, title: "The VM other crashed" }));
  notifications.tell(
    "c",
    crash({ subject: "sign-in", hostId: null, vmId: null, userId: bob, title: "bob signed in" }),
  );
  notifications.tell("d", crash({ subject: "pool-nearly-full", vmId: null, title: "full" }));
  seen[ada] = person(ada, "member", [other]);
  notifications.start();
  await server.until(2);
  const of = new Map(server.received.map(({ path, body }) => [path, JSON.parse(body)]));
  const titles = new Map([...of].map(([path, { title }]) => [path, title]));
  expect(titles.get("/bob")).toBe("The VM web crashed, bob signed in");
  expect(titles.get("/ada")).toBe("The VM other crashed");
  // Who is no administrator ends sessions in My account.
  expect(of.get("/bob").events[1].url).toBe("https://passdeck.lan/account");
});

test("people use only servers that an administrator has named, and their mail goes by the house's", async () => {
  const server = await httpServer();
  const smtp = await smtpServer();
  const { notifications, database, channelId, until } = notifyWorld({
    users: { [bob]: person(bob, "member", [vmId]) },
  });
  database.query
    .insert(users)
    .values({ id: bob, name: "bob", passwordHash: "!", level: "member", createdAt: 1 })
    .run();
  expect(() => notifications.save(bob, webhookWish(server.url))).toThrow(/No administrator has allowed/);
  const mail: ChannelSettings & { kind: "mail" } = {
    kind: "mail",
    host: "127.0.0.1",
    port: smtp.port,
    tls: "none",
    user: "",
    from: "passdeck@lab.example",
    to: ["root@lab.example"],
    forPeople: false,
  };
  const house = webhookWish("", { name: "mail", settings: mail, secret: "", rules: [] });
  expect(() => notifications.save(bob, house)).toThrow(/No administrator/);
  notifications.save(null, house);
  const own = () =>
    webhookWish("", {
      name: "own",
      settings: { kind: "own-mail", via: channelId("mail"), to: "bob@lab.example" },
      secret: "",
    });
  expect(() => notifications.save(bob, own())).toThrow(/No administrator/);
  notifications.save(null, {
    ...house,
    channelId: channelId("mail"),
    settings: { ...mail, forPeople: true },
  });
  notifications.save(bob, own());
  notifications.start();
  notifications.tell("a", crash());
  await until(() => smtp.mails.length === 1);
  expect(smtp.mails[0]?.to).toEqual(["bob@lab.example"]);
  // What is taken away again counts for channels that there are.
  notifications.save(null, { ...house, channelId: channelId("mail"), settings: mail });
  notifications.tell("b", crash());
  await until(() => notifications.deliveries(bob, channelId("own", bob))[0]?.state === "refused");
});

test("nothing secret stands in the database, the log or what a page is told", async () => {
  const server = await httpServer();
  const { database, notifications, folder, channelId, logged } = notifyWorld();
  notifications.save(null, webhookWish(`${server.url}/secret-path-of-a-hook`));
  expect(await notifications.test(null, channelId())).toMatchObject({ kind: "sent" });
  const stored = storedText(database, folder);
  expect(stored).toContain(channelId());
  const view = JSON.stringify([notifications.view(null), notifications.deliveries(null, channelId())]);
  for (const text of [stored, logged(), view]) expect(text).not.toContain(secret);
  for (const text of [stored, logged(), notifications.nameOf(null, channelId())])
    expect(text).not.toContain("secret-path-of-a-hook");
});

test("a secret does not follow a channel to another server", async () => {
  const { notifications, channelId } = notifyWorld();
  notifications.save(null, webhookWish("http://127.0.0.1:1/a"));
  const kept = webhookWish("http://127.0.0.1:1/b", { channelId: channelId(), secret: null });
  notifications.save(null, kept);
  const moved = { ...kept, settings: { kind: "webhook", url: "http://127.0.0.1:2/b" } as const };
  expect(() => notifications.save(null, moved)).toThrow(/enter the password, token or secret again/);
});

test("a test tells what is wrong, and is not tried again", async () => {
  const { notifications, channelId } = notifyWorld();
  notifications.save(null, webhookWish(`http://127.0.0.1:${await closedPort()}`, { rules: [] }));
  expect(await notifications.test(null, channelId())).toMatchObject({ kind: "failed" });
  expect(notifications.deliveries(null, channelId())).toMatchObject([
    { state: "given-up", title: "This is a test" },
  ]);
});

test("the demo sends nothing", async () => {
  const server = await httpServer();
  const { notifications, channelId } = notifyWorld({ demo: true });
  notifications.save(null, webhookWish(server.url));
  expect(await notifications.test(null, channelId())).toMatchObject({
    kind: "refused",
    words: "The demo: nothing is sent.",
  });
  expect(server.received).toEqual([]);
});

test("what waits on a channel that is turned off is dropped, and its log has a hundred at most", async () => {
  const server = await httpServer();
  const { notifications, channelId } = notifyWorld();
  notifications.save(null, webhookWish(server.url));
  notifications.tell("a", crash());
  notifications.save(null, webhookWish(server.url, { channelId: channelId(), enabled: false, secret: null }));
  notifications.save(null, webhookWish(server.url, { channelId: channelId(), secret: null }));
  for (let index = 0; index < 103; index += 1) await notifications.test(null, channelId());
  const log = notifications.deliveries(null, channelId());
  expect([log.length, new Set(log.map(({ title }) => title)).size]).toEqual([100, 1]);
});

test("a channel whose key is lost is said, and can be entered anew", async () => {
  const first = notifyWorld();
  first.notifications.save(null, webhookWish("http://127.0.0.1:1/"));
  const second = notifyWorld({ database: first.database });
  expect(second.notifications.view(null).channels).toMatchObject([{ settings: null, hasSecret: false }]);
  expect(await second.notifications.test(null, second.channelId())).toMatchObject({ kind: "refused" });
});
