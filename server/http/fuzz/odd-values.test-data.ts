import fc from "fast-check";

/** What no page of ours would send, and some of what one would. */
const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: "binary" }),
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0.5,
    2 ** 53,
    1e308,
    "",
    "../../etc/passwd",
    "__proto__",
    "constructor",
    "\u0000",
    "\ud800",
    "a".repeat(10_000),
    "%00%2e%2e",
    "'; drop table users; --",
    "{{7*7}}",
    [],
    {},
    [[[[[[[[]]]]]]]],
  ),
);

/** A place of an input, by its number among all, and what stands there instead. */
const change = fc.record({ place: fc.nat(200), value: oddValue });

/** What is done to an input before it is sent: nothing, once in a while. */
export const oddChanges = fc.array(change, { maxLength: 2 });

/** An input with other things in some of its places. */
export function withOdd(input: unknown, changes: readonly { place: number; value: unknown }[]): unknown {
  return changes.reduce<unknown>((now, { place, value }) => replaced(now, place, value), input);
}

/** With `value` at the place of that number, counted through everything that `input` has, round and round. */
function replaced(input: unknown, place: number, value: unknown): unknown {
  let left = place % count(input);
  const walk = (now: unknown): unknown => {
    left -= 1;
    if (left === -1) return value;
    if (Array.isArray(now)) return now.map(walk);
    if (typeof now !== "object" || now === null) return now;
    return Object.fromEntries(Object.entries(now).map(([name, one]) => [name, walk(one)]));
  };
  return walk(input);
}

function count(input: unknown): number {
  if (typeof input !== "object" || input === null) return 1;
  return Object.values(input).reduce((sum: number, one) => sum + count(one), 1);
}

/** Edits of a text: at a place, so much is taken out, and something is put in. */
const textEdit = fc.record({
  at: fc.nat(5_000),
  taken: fc.nat(60),
  put: fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom(
      "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
      "&b;",
      "&#0;",
      "<![CDATA[",
      "]]>",
      "<!--",
      "<?xml version='1.1'?>",
      "<a xmlns='urn:b'>",
      "</domain>",
      "<domain>",
      "\ufeff",
      "'",
      "<a>".repeat(3_000),
      " a='1'".repeat(300),
      "9".repeat(400),
      "",
    ),
  ),
});

export const textEdits = fc.array(textEdit, { minLength: 1, maxLength: 5 });

export function edited(text: string, edits: readonly { at: number; taken: number; put: string }[]): string {
  return edits.reduce((now, { at, taken, put }) => {
    const start = at % (now.length + 1);
    return now.slice(0, start) + put + now.slice(start + taken);
  }, text);
}

/** What a program that speaks HTTP badly, or no HTTP, may write to a socket. */
const method = fc.constantFrom(
  "GET",
  "POST",
  "PATCH",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "get",
  "PRI",
  "",
);
const target = fc.oneof(
  fc.constantFrom(
    "/",
    "/api/trpc/session.state",
    "/api/v1/vms",
    "/api/uploads/x",
    "/metrics",
    "/healthz",
    "*",
    "//x/",
  ),
  fc.webPath(),
  fc.string({ unit: "binary", maxLength: 60 }).map((text) => `/${text}`),
);
const header = fc.oneof(
  fc.constantFrom(
    "Host: 127.0.0.1",
    "Host: evil.example",
    "Content-Length: 5",
    "Content-Length: -1",
    "Content-Length: 99999999999999999999",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: gzip, chunked",
    "Expect: 100-continue",
    "Upgrade: websocket\r\nConnection: Upgrade",
    "Content-Type: application/json",
    "Authorization: Bearer x",
    "Cookie: passdeck=;;=",
    "Range: bytes=5-1",
    "Accept-Encoding: br;q=2, *;q=nan",
    "X-Forwarded-For: ,,::",
  ),
  fc
    .tuple(fc.string({ maxLength: 20 }), fc.string({ unit: "binary", maxLength: 40 }))
    .map((pair) => pair.join(": ")),
);

export const oddRequest = fc.oneof(
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        first: fc.tuple(method, target, fc.constantFrom("HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "")),
        headers: fc.array(header, { maxLength: 8 }),
        end: fc.constantFrom("\r\n", "\n", "\r"),
        body: fc.oneof(fc.json(), fc.string({ unit: "binary" }), fc.constant("5\r\nabcde\r\n0\r\n\r\n")),
      })
      .map(({ first, headers, end, body }) =>
        Buffer.from(`${[first.join(" "), ...headers, "", ""].join(end)}${body}`, "latin1"),
      ),
  },
);
