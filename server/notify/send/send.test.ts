import { expect, test } from "vitest";
import { temporaryFolder } from "../../host/tree.test-data";
import { selfSignedCertificate } from "../../http/certificate";
import { messageOf } from "../message";
import { aboutNothing, type Occurrence } from "../occurrence.schema";
import { mayNotify } from "./address";
import type { MailServer } from "./mail";
import type { SendWays } from "./outcome";
import { send, type Target } from "./send";
import { closedPort, httpServer, smtpServer, socketServer } from "./small-servers.test-data";

const secret = "a signing secret of letters";
const now = Date.UTC(2026, 11, 1, 12);
const id = "0d6a5e1c-0000-4000-8000-00000000abcd";
const page = `/vms/local/${id}`;
const url = `https://passdeck.lan${page}`;
const occurrence: Occurrence = {
  ...aboutNothing,
  subject: "vm-crashed",
  severity: "critical",
  at: now,
  title: "The VM würfel crashed",
  detail: "QEMU ended.",
  hostId: "local",
  vmId: id,
  vmName: "würfel",
  page,
};
const message = messageOf(id, [occurrence], { linkTo: (path) => `https://passdeck.lan${path}` });
const withoutLinks = messageOf(id, [occurrence], { linkTo: () => null });

function ways(part: Partial<SendWays> = {}): SendWays {
  return { signal: AbortSignal.timeout(5_000), mayAsk: () => true, now: () => now, ...part };
}

const certificate = () =>
  selfSignedCertificate(temporaryFolder(), { names: ["localhost"], addresses: ["127.0.0.1"] });

/** As a receiver would do it, by another implementation: WebCrypto. */
async function isSigned(body: string, timestamp: string, signature: string): Promise<boolean> {
  const bytes = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes.encode(secret), algorithm, false, ["verify"]);
  const given = Buffer.from(signature.replace(/^v1=/, ""), "hex");
  return crypto.subtle.verify("HMAC", key, given, bytes.encode(`${timestamp}.${body}`));
}

const hook = (url: string): Target => ({ settings: { kind: "webhook", url }, secret });

test("a webhook gets a body that is signed with its time", async () => {
  const server = await httpServer();
  const outcome = await send(hook(`${server.url}/hook?key=1`), message, ways());
  expect(outcome).toMatchObject({ kind: "sent", status: 200 });
  const [got] = server.received;
  expect(got?.path).toBe("/hook?key=1");
  expect(JSON.parse(got?.body ?? "")).toEqual({
    version: 1,
    id,
    title: "The VM würfel crashed",
    severity: "critical",
    url,
    events: [
      {
        subject: "vm-crashed",
        severity: "critical",
        at: "2026-12-01T12:00:00.000Z",
        title: "The VM würfel crashed",
        detail: "QEMU ended.",
        host: "local",
        vm: { id, name: "würfel" },
        job: null,
        url,
      },
    ],
    leftOut: 0,
  });
  const [timestamp, signature] = [
    String(got?.headers["passdeck-timestamp"]),
    String(got?.headers["passdeck-signature"]),
  ];
  expect([got?.headers["passdeck-id"], timestamp]).toEqual([id, String(now / 1000)]);
  expect(await isSigned(got?.body ?? "", timestamp, signature)).toBe(true);
  expect(await isSigned(`${got?.body} `, timestamp, signature)).toBe(false);
  expect(await isSigned(got?.body ?? "", String(now / 1000 + 1), signature)).toBe(false);
});

test("ntfy gets topic, priority and token", async () => {
  const server = await httpServer();
  const settings = { kind: "ntfy", server: server.url, topic: "lab" } as const;
  expect(await send({ settings, secret: "tk_1" }, message, ways())).toMatchObject({ kind: "sent" });
  const [got] = server.received;
  expect(JSON.parse(got?.body ?? "")).toMatchObject({
    topic: "lab",
    title: message.title,
    priority: 5,
    click: url,
  });
  expect([got?.path, got?.headers.authorization]).toEqual(["/", "Bearer tk_1"]);
});

test("Gotify gets its token in a header, below the path of its server", async () => {
  const server = await httpServer();
  const settings = { kind: "gotify", server: `${server.url}/gotify` } as const;
  expect(await send({ settings, secret: "token" }, message, ways())).toMatchObject({ kind: "sent" });
  const [got] = server.received;
  expect([got?.path, got?.headers["x-gotify-key"]]).toEqual(["/gotify/message", "token"]);
  expect(JSON.parse(got?.body ?? "")).toMatchObject({
    title: message.title,
    priority: 8,
    extras: { "client::notification": { click: { url } } },
  });
});

test("without an address of this Passdeck there are no links", async () => {
  const server = await httpServer();
  const ntfy = { kind: "ntfy", server: server.url, topic: "lab" } as const;
  const gotify = { kind: "gotify", server: server.url } as const;
  const mails = await smtpServer();
  for (const target of [
    hook(server.url),
    { settings: ntfy, secret },
    { settings: gotify, secret },
    mail(mails.port, { tls: "none", user: "" }),
  ])
    expect(await send(target, withoutLinks, ways())).toMatchObject({ kind: "sent" });
  const [byHook, byNtfy, byGotify] = server.received.map(({ body }) => JSON.parse(body));
  expect(byHook).toMatchObject({ url: null, events: [{ url: null }] });
  expect([Object.keys(byNtfy), Object.keys(byGotify.extras)]).toEqual([
    ["topic", "title", "message", "priority", "tags"],
    ["passdeck::message"],
  ]);
  expect(mails.mails[0]?.text).not.toContain("/vms/");
});

test.each([
  [200, "sent"],
  [204, "sent"],
  [302, "refused"],
  [400, "refused"],
  [401, "refused"],
  [404, "refused"],
  [429, "failed"],
  [500, "failed"],
  [503, "failed"],
])("an answer of %i means %s, and no redirect is followed", async (status, kind) => {
  const server = await httpServer((_request, response) =>
    response.writeHead(status, { location: "http://169.254.169.254/" }).end(),
  );
  expect(await send(hook(server.url), message, ways())).toMatchObject({ kind, status });
  expect(server.received).toHaveLength(1);
});

test("nobody listens", async () => {
  const port = await closedPort();
  expect(await send(hook(`http://127.0.0.1:${port}`), message, ways())).toEqual({
    kind: "failed",
    status: null,
    words: `127.0.0.1:${port}: nothing listens there: the connection was refused.`,
  });
});

test.each([
  ["says nothing", () => undefined],
  [
    "drips",
    (socket: { write(text: string): unknown; once(event: "close", done: () => void): unknown }) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
      const timer = setInterval(() => socket.write("x"), 20);
      socket.once("close", () => clearInterval(timer));
    },
  ],
])("a server that %s is given up", async (_what, serve) => {
  const port = await socketServer(serve);
  const outcome = await send(
    hook(`http://127.0.0.1:${port}`),
    message,
    ways({ signal: AbortSignal.timeout(300) }),
  );
  expect(outcome).toMatchObject({ kind: "failed", words: expect.stringContaining("did not answer in time") });
});

test("of a long answer little is read", async () => {
  const server = await httpServer((_request, response) => {
    response.writeHead(200);
    const more = () => {
      while (response.write("x".repeat(10_000)));
      response.once("drain", more);
    };
    more();
  });
  expect(await send(hook(server.url), message, ways())).toMatchObject({ kind: "sent" });
});

test("TLS has to be right", async () => {
  const pair = await certificate();
  const server = await httpServer(undefined, pair);
  expect(await send(hook(server.url), message, ways())).toMatchObject({
    kind: "failed",
    words: expect.stringContaining("NODE_EXTRA_CA_CERTS"),
  });
  expect(server.received).toEqual([]);
  expect(await send(hook(server.url), message, ways({ trust: [pair.cert] }))).toMatchObject({ kind: "sent" });
  const plain = await httpServer();
  expect(await send(hook(plain.url.replace("http:", "https:")), message, ways())).toMatchObject({
    kind: "failed",
    words: expect.stringContaining("does not speak TLS"),
  });
});

test.each([
  "http://169.254.169.254/latest",
  "http://[fe80::1]/",
  "http://[::ffff:169.254.169.254]/",
  "http://0.0.0.0/",
])("nothing is sent to %s", async (url) => {
  const outcome = await send(hook(url), message, ways({ mayAsk: mayNotify }));
  expect(outcome).toMatchObject({ kind: "refused", words: expect.stringContaining("sends nothing to") });
});

test("a name that leads to an address that may not be asked is not connected to", async () => {
  const server = await httpServer();
  const url = `http://localhost:${server.port}`;
  expect(await send(hook(url), message, ways({ mayAsk: () => false }))).toMatchObject({ kind: "refused" });
  expect(server.received).toEqual([]);
});

test.each([
  ["192.168.1.7", true],
  ["127.0.0.1", true],
  ["::1", true],
  ["2001:db8::1", true],
  ["169.254.1.1", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["fe80::1%eth0", false],
  ["fd00:ec2::254", false],
  ["::ffff:169.254.169.254", false],
  ["64:ff9b::a9fe:a9fe", false],
  ["not an address", false],
])("%s may be asked: %s", (address, may) => expect(mayNotify(address)).toBe(may));

const mail = (port: number, part: Partial<MailServer> = {}): Target => ({
  settings: {
    kind: "mail",
    host: "127.0.0.1",
    port,
    tls: "starttls",
    user: "passdeck",
    from: "passdeck@lab.example",
    to: ["ada@lab.example", "bob@lab.example"],
    forPeople: false,
    ...part,
  },
  secret: "mail password",
});

test("mail goes by STARTTLS, signed in, to all recipients", async () => {
  const tls = await certificate();
  const server = await smtpServer({ tls, password: "mail password" });
  const outcome = await send(mail(server.port), message, ways({ trust: [tls.cert] }));
  expect(outcome).toMatchObject({ kind: "sent", status: 250 });
  const [got] = server.mails;
  expect(got).toMatchObject({
    from: "passdeck@lab.example",
    to: ["ada@lab.example", "bob@lab.example"],
    secure: true,
  });
  expect(got?.text).toContain(`Message-ID: <${id}@lab.example>`);
  expect(got?.text).toContain("Auto-Submitted: auto-generated");
  expect(got?.text).toContain(url);
  expect(got?.text).toMatch(new RegExp(`^Passdeck-Id: ${id}`, "im"));
});

test("mail goes by TLS from the beginning, and without any where that is chosen", async () => {
  const tls = await certificate();
  const secure = await smtpServer({ tls, secure: true, password: "mail password" });
  const target = mail(secure.port, { tls: "tls" });
  expect(await send(target, message, ways({ trust: [tls.cert] }))).toMatchObject({ kind: "sent" });
  const plain = await smtpServer();
  expect(await send(mail(plain.port, { tls: "none", user: "" }), message, ways())).toMatchObject({
    kind: "sent",
  });
  expect(plain.mails[0]?.secure).toBe(false);
});

test("no password goes to a mail server without TLS, or with a certificate that nobody knows", async () => {
  const tls = await certificate();
  const unknown = await smtpServer({ tls, password: "mail password" });
  expect(await send(mail(unknown.port), message, ways())).toMatchObject({
    kind: "failed",
    words: expect.stringContaining("NODE_EXTRA_CA_CERTS"),
  });
  const without = await smtpServer();
  const outcome = await send(mail(without.port, { user: "" }), message, ways());
  expect(outcome).toMatchObject({ kind: expect.stringMatching(/failed|refused/) });
  expect([...unknown.mails, ...without.mails]).toEqual([]);
});

test("what a mail server says no to is told, without the password", async () => {
  const tls = await certificate();
  const trust = [tls.cert];
  const server = await smtpServer({ tls, password: "another" });
  expect(await send(mail(server.port), message, ways({ trust }))).toMatchObject({
    kind: "refused",
    status: 535,
  });
  const full = await smtpServer({ refuseWith: 452 });
  const none = { tls: "none", user: "" } as const;
  expect(await send(mail(full.port, none), message, ways())).toMatchObject({ kind: "failed", status: 452 });
  const never = await smtpServer({ refuseWith: 554 });
  expect(await send(mail(never.port, none), message, ways())).toMatchObject({ kind: "refused", status: 554 });
  const parrot = await socketServer((socket) => socket.end("554 no mail password here\r\n"));
  const { words } = await send(mail(parrot), message, ways());
  expect(words).toContain("•••");
  expect(words).not.toContain("mail password");
});

test("a mail server that says nothing is given up", async () => {
  const port = await socketServer(() => undefined);
  expect(await send(mail(port), message, ways({ signal: AbortSignal.timeout(300) }))).toMatchObject({
    kind: "failed",
    words: expect.stringContaining("did not answer in time"),
  });
});
