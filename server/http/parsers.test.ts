import { describe, expect, test } from "vitest";
import { safeNextPath } from "../access/next-path";
import { addressList, clientOf } from "./client";
import { encodingsOf } from "./compression";
import { hostNameOf, isAllowedHost } from "./host-names";
import { isSameOrigin } from "./origin";
import { decidePage } from "./page-gate";
import { parseTarget } from "./request-target";
import { readCookies, sessionCookies } from "./session-cookie";

describe("a request's target", () => {
  test("is taken apart, and left as it was sent", () => {
    const target = parseTarget("/a/../b%2f?next=%2Fc&x=1?2");
    expect(target?.path).toBe("/a/../b%2f");
    expect([...(target?.query ?? [])]).toEqual([
      ["next", "/c"],
      ["x", "1?2"],
    ]);
  });

  test.each([undefined, "", "*", "a", "http://x/", "//x/", "/\\x", "/a b", "/a\tb", "/\u00e9", "host:80"])(
    "%j is none",
    (target) => {
      expect(parseTarget(target)).toBeNull();
    },
  );
});

describe("a Host header", () => {
  test.each([
    ["Box.LAN:8006", "box.lan"],
    ["box.lan.", "box.lan"],
    ["[::1]:8006", "::1"],
    ["10.0.0.1", "10.0.0.1"],
    ["a_b-c.lan", "a_b-c.lan"],
    ["box:80:80", null],
    ["box/", null],
    ["user@box", null],
    ["box..lan", null],
    ["[box]", null],
    ["box:", null],
    ["", null],
    [undefined, null],
  ])("%j names %j", (header, name) => {
    expect(hostNameOf(header)).toBe(name);
  });

  test("is allowed for addresses, localhost and known names, and nothing that resembles them", () => {
    const allowed = (host: string) => isAllowedHost(host, ["box.lan"]);
    expect(["127.0.0.1:1", "[fd00::1]", "localhost", "BOX.lan:8006"].filter(allowed)).toHaveLength(4);
    expect(
      ["x.box.lan", "box.lan.x", "localhost.x", "127.0.0.1.x", "0x7f.1", "127.1", "[::g]"].filter(allowed),
    ).toEqual([]);
  });
});

describe("the client", () => {
  const proxies = addressList(["10.0.0.0/8", "::1"]);
  const of = (peer: string, forwardedFor?: string, forwardedProto?: string, encrypted = false) =>
    clientOf({ peer, local: "::ffff:192.168.1.2", encrypted, forwardedFor, forwardedProto }, proxies);

  test.each([
    ["who is no proxy, is who connects", of("192.168.1.5", "1.1.1.1", "https"), "192.168.1.5", false],
    ["behind a proxy is whom it tells of", of("10.0.0.1", "1.1.1.1", "https"), "1.1.1.1", true],
    ["is the last that no proxy added", of("10.0.0.1", "6.6.6.6, 1.1.1.1, 10.0.0.2"), "1.1.1.1", false],
    ["may be a proxy itself", of("10.0.0.1", "10.0.0.3, 10.0.0.2"), "10.0.0.3", false],
    ["behind a proxy that says nonsense is the proxy", of("10.0.0.1", "unknown"), "10.0.0.1", false],
    ["in a dual-stack socket has a plain address", of("::ffff:192.168.1.5"), "192.168.1.5", false],
    ["through a dual-stack proxy too", of("::ffff:10.0.0.1", "::ffff:1.1.1.1"), "1.1.1.1", false],
    ["over TLS is secure whoever says otherwise", of("::1", "1.1.1.1", "http", true), "1.1.1.1", true],
    ["counts only the last proxy's word on TLS", of("10.0.0.1", "1.1.1.1", "https, http"), "1.1.1.1", false],
  ])("%s", (_, client, address, secure) => {
    expect(client).toEqual({ address, localAddress: "192.168.1.2", secure });
  });
});

describe("an Origin", () => {
  const ours = (origin: string | undefined, host: string | undefined, secure: boolean) =>
    isSameOrigin({ origin, host, secure });

  test("is ours where scheme, name and port are", () => {
    expect(ours("https://box:8006", "box:8006", true)).toBe(true);
    expect(ours("https://box", "BOX", true)).toBe(true);
    expect(ours("http://box:8006", "box:8006", false)).toBe(true);
  });

  test.each([
    ["http://box:8006", "box:8006", true],
    ["https://box:8006", "box:8006", false],
    ["https://box", "box:8006", true],
    ["https://box:8006.evil", "box:8006", true],
    ["https://user@box:8006", "box:8006", true],
    ["null", "box:8006", true],
    [undefined, "box:8006", true],
    ["https://undefined", undefined, true],
  ])("%j for %j is not", (origin, host, secure) => {
    expect(ours(origin, host, secure)).toBe(false);
  });
});

describe("the session's cookie", () => {
  const secret = "A".repeat(43);
  const browserMark = `${secret}.${secret}`;

  test.each([
    [`__Host-passdeck=${secret}`, true, secret],
    [`a=b; __Host-passdeck=${secret}; c=d`, true, secret],
    [`passdeck=${secret}`, true, null],
    [`passdeck=${secret}`, false, secret],
    [`x__Host-passdeck=${secret}`, true, null],
    [`__Host-passdeck=${secret}A`, true, null],
    ["__Host-passdeck=", true, null],
    [`__Host-passdeck="${secret}"`, true, null],
    [undefined, true, null],
  ])("in %j, TLS %j, is %j", (header, secure, expected) => {
    expect(readCookies(header, secure).session).toBe(expected);
  });

  test("lasts as long as the session", () => {
    const user = { id: "u", name: "ada", level: "admin" as const };
    const session = { id: "s", secret, browserMark, originProof: secret, user };
    expect(sessionCookies({ ...session, expiresAt: 61_500 }, true, 1_000)[0]).toContain("; Max-Age=60;");
    expect(sessionCookies({ ...session, expiresAt: 0 }, true, 1_000)[0]).toContain("; Max-Age=0;");
  });
});

describe("where a sign-in leads", () => {
  test.each(["/", "/vms", "/vms/local/x?tab=console#top", "/sign-inn"])("to %s", (path) => {
    expect(safeNextPath(path)).toBe(path);
  });

  test.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    "vms",
    "/sign-in?next=/x",
    "/setup",
    `/${"x".repeat(2_000)}`,
    "",
    null,
    undefined,
  ])("not to %j", (path) => {
    expect(safeNextPath(path)).toBe("/");
  });
});

describe("a page", () => {
  let vmView: string | null = null;
  const decide = (path: string, signedIn: boolean, needsFirstAdministrator = false, method = "GET") => {
    const target = parseTarget(path);
    if (!target) throw new Error(path);
    return decidePage(method, target, { signedIn, needsFirstAdministrator, vmView: () => vmView });
  };

  test("needs a sign-in unless it leads to one", () => {
    expect(decide("/vms", true)).toEqual({ kind: "serve" });
    expect(decide("/sign-in", false)).toEqual({ kind: "serve" });
    expect(decide("/sign-in/", false).kind).toBe("redirect");
    expect(decide("/sign-in/../vms", false).kind).toBe("redirect");
    expect(decide("/%73ign-in", false).kind).toBe("redirect");
  });

  test("is come back to after the sign-in", () => {
    expect(decide("/vms?q=a%26b&_rsc=1", false)).toEqual({
      kind: "redirect",
      to: "/sign-in?next=%2Fvms%3Fq%3Da%2526b",
    });
    expect(decide("/", false)).toEqual({ kind: "redirect", to: "/sign-in" });
  });

  test("for the first administrator is there only while there is none", () => {
    expect(decide("/setup?token=x", false, true)).toEqual({ kind: "serve" });
    expect(decide("/setup?token=x", false)).toEqual({ kind: "not-found" });
    expect(decide("/setup", true)).toEqual({ kind: "not-found" });
  });

  test("of all VMs opens with the view that its viewer has chosen, unless it is asked for another", () => {
    vmView = "?tag=prod";
    expect(decide("/vms", true)).toEqual({ kind: "redirect", to: "/vms?tag=prod" });
    for (const path of ["/vms?sort=name", "/vms?_rsc=1", "/vms/local/a", "/"])
      expect(decide(path, true)).toEqual({ kind: "serve" });
    expect(decide("/vms", false)).toEqual({ kind: "redirect", to: "/sign-in?next=%2Fvms" });
    vmView = null;
  });

  test("is only read", () => {
    expect(decide("/vms", true, false, "HEAD")).toEqual({ kind: "serve" });
    expect(decide("/vms", true, false, "POST")).toEqual({ kind: "method-not-allowed" });
  });
});

test.each([
  ["gzip, deflate, br", ["br", "gzip"]],
  ["gzip", ["gzip"]],
  ["br;q=0, gzip;q=0.5", ["gzip"]],
  ["BR;q=1.0", ["br"]],
  ["identity", []],
  ["brx", []],
  [undefined, []],
])("of Accept-Encoding %j we have %j", (header, expected) => {
  expect(encodingsOf(header)).toEqual(expected);
});
