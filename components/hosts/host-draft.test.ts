import { describe, expect, test } from "vitest";
import {
  checkDraft,
  draftOf,
  type HostDraft,
  leadsElsewhere,
  nameFrom,
  nameOf,
  nameProblem,
  withTransport,
} from "./host-draft";

const atlas = { host: "atlas.example.org", port: null, user: "root" };
const draft = (parts: Partial<HostDraft> = {}): HostDraft => ({
  ...draftOf(null),
  route: { target: atlas, jumps: [], transport: "ssh" },
  ...parts,
});

describe("a host's name", () => {
  test.each([
    ["atlas", "atlas"],
    ["Atlas.example.org", "atlas"],
    ["192.0.2.7", "192-0-2-7"],
    ["[2001:db8::7]", "2001-db8-7"],
    ["_my_host_", "my-host"],
    ["ätlas", "tlas"],
    ["", ""],
    ["a".repeat(60), "a".repeat(40)],
  ])("is made of the address %s", (address, name) => {
    expect(nameFrom(address)).toBe(name);
  });

  test("stays as it was typed, whatever the address becomes", () => {
    expect(nameOf(draft())).toBe("atlas");
    expect(nameOf(draft({ name: "rack-1" }))).toBe("rack-1");
    expect(nameProblem("rack-1")).toBeNull();
    expect(nameProblem("Rack 1")).toContain("small letters");
  });
});

describe("what is wrong with a draft", () => {
  test("is nothing where it can be tested", () => {
    const { request, problems } = checkDraft(draft(), null);
    expect(problems).toEqual({});
    expect(request).toMatchObject({ hostId: null, uri: "qemu:///system", credential: { kind: "own" } });
  });

  test.each<[string, Partial<HostDraft>, string]>([
    [
      "no address",
      { route: { target: { ...atlas, host: "" }, jumps: [], transport: "ssh" } },
      "route.target.host",
    ],
    [
      "no port",
      { route: { target: { ...atlas, port: Number.NaN }, jumps: [], transport: "ssh" } },
      "route.target.port",
    ],
    ["a jump host without an address", jumpsTo(""), "route.jumps.0.host"],
    ["a jump host that is the host", jumpsTo(atlas.host), "route.jumps"],
    ["a URI of another machine", { uri: "qemu+ssh://atlas/system" }, "uri"],
    ["no password", { credential: { kind: "password", password: "" } }, "credential.password"],
    [
      "a file that is no key",
      { credential: { kind: "key", privateKey: "x".repeat(16_385), passphrase: null } },
      "credential.privateKey",
    ],
  ])("stands at its field: %s", (_what, parts, path) => {
    const { request, problems } = checkDraft(draft(parts), null);
    expect(request).toBeNull();
    expect(Object.keys(problems)).toEqual([path]);
    expect(problems[path]).not.toMatch(/^(Too|Invalid)/);
  });
});

describe("a draft by TLS", () => {
  const byTls = withTransport(draft(), "tls", null);

  test("keeps the address, and asks for certificates and a key", () => {
    expect(byTls.route.target.host).toBe(atlas.host);
    const { problems } = checkDraft(byTls, null);
    expect(Object.keys(problems).sort()).toEqual(["credential.privateKey", "route.ca", "route.certificate"]);
  });

  test("leads to the same place whatever the certificates are, and to another by another port or transport", () => {
    const { route } = byTls;
    if (route.transport !== "tls") throw new Error("not by TLS");
    expect(leadsElsewhere(route, { ...route, certificate: "renewed" })).toBe(false);
    expect(leadsElsewhere(route, { ...route, target: { ...route.target, port: 16_514 } })).toBe(false);
    expect(leadsElsewhere(route, { ...route, target: { ...route.target, port: 443 } })).toBe(true);
    expect(leadsElsewhere(route, draft().route)).toBe(true);
  });
});

function jumpsTo(host: string): Partial<HostDraft> {
  return { route: { target: atlas, jumps: [{ ...atlas, host }], transport: "ssh" } };
}
