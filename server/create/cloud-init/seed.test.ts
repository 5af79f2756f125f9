import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { writeYaml, type YamlValue } from "../../yaml/write-yaml.schema";
import { type CloudInitInput, cloudInitSchema } from "./cloud-init.schema";
import { writeIso } from "./iso/write-iso";
import { seedFiles } from "./seed-files.schema";
import { seedImage } from "./seed-image";

/** genisoimage's reader, where it is installed. */
const isoinfoPath = "/usr/bin/isoinfo";
const hash = "$6$abcdefgh$0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ./";
const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ ada: # @laptop";
const input: CloudInitInput = {
  instanceId: "web-1",
  hostname: "web.example.org",
  users: [{ name: "ada", passwordHash: hash, sshKeys: [key] }],
  packages: ["qemu-guest-agent", "nginx"],
  network: {
    kind: "nics",
    nics: [
      {
        ipv4: { kind: "static", addresses: ["192.0.2.10/24"], gateway: "192.0.2.1" },
        ipv6: { kind: "static", addresses: ["2001:db8::10/64"] },
        nameServers: ["192.0.2.53"],
      },
    ],
  },
};

const vm = { operatingSystem: "http://debian.org/debian/12", networks: [{ mac: "52:54:00:00:00:01" }] };

describe("a NoCloud seed", () => {
  test("says in YAML what the form says", () => {
    const files = seedFiles(cloudInitSchema.parse(input), vm);
    expect(files["user-data"]).toMatch(/^#cloud-config\n/);
    expect(parse(files["user-data"], { version: "1.1" })).toEqual({
      hostname: "web.example.org",
      manage_etc_hosts: true,
      users: [
        {
          name: "ada",
          shell: "/bin/bash",
          lock_passwd: false,
          hashed_passwd: hash,
          sudo: "ALL=(ALL) NOPASSWD:ALL",
          ssh_authorized_keys: [key],
        },
      ],
      ssh_pwauth: false,
      package_update: true,
      package_upgrade: false,
      packages: ["qemu-guest-agent", "nginx"],
    });
    expect(parse(files["meta-data"])).toEqual({
      "instance-id": "web-1",
      "local-hostname": "web.example.org",
    });
    expect(parse(files["network-config"] ?? "")).toEqual({
      version: 2,
      ethernets: {
        eth0: {
          match: { macaddress: "52:54:00:00:00:01" },
          "set-name": "eth0",
          dhcp4: false,
          dhcp6: false,
          addresses: ["192.0.2.10/24", "2001:db8::10/64"],
          gateway4: "192.0.2.1",
          nameservers: { addresses: ["192.0.2.53"] },
        },
      },
    });
  });

  test("leaves the network to the image where nothing is said of it", () => {
    const files = seedFiles(cloudInitSchema.parse({ ...input, network: { kind: "image" } }), vm);
    expect(files["network-config"]).toBeNull();
    expect([...readJoliet(seedImage(files)).files.keys()]).toEqual(["meta-data", "user-data"]);
  });

  test.each([
    ["http://debian.org/debian/12", null, "/bin/bash"],
    ["http://ubuntu.com/ubuntu/24.04", null, "/bin/bash"],
    ["http://alpinelinux.org/alpinelinux/3.20", null, undefined],
    ["http://fedoraproject.org/fedora/42", null, undefined],
    [null, null, undefined],
    ["http://alpinelinux.org/alpinelinux/3.20", "/bin/ash", "/bin/ash"],
    ["http://debian.org/debian/12", "/bin/zsh", "/bin/zsh"],
  ])("on %s with the shell %s gives the shell %s", (operatingSystem, shell, expected) => {
    const users = [{ name: "ada", sshKeys: [key], shell }];
    const files = seedFiles(cloudInitSchema.parse({ ...input, users }), { ...vm, operatingSystem });
    expect(parse(files["user-data"]).users[0].shell).toBe(expected);
  });

  test.each([
    [{ users: [{ name: "ada" }] }, "nobody can log in"],
    [{ users: [{ name: "ada", passwordHash: "secret" }] }, "not a password hash"],
    [{ users: [{ name: "ada\nroot", sshKeys: [key] }] }, "user name"],
    [{ users: [{ name: "ada", sshKeys: [`${key}\nssh-rsa AAAA`] }] }, "not a public SSH key"],
    [{ packages: ["--allow-unauthenticated"] }, "package name"],
    [{ hostname: "a b" }, "host name"],
    [{ users: [{ name: "ada", sshKeys: [key], shell: "sh -c" }] }, "A shell is given by its path"],
  ] satisfies [Partial<CloudInitInput>, string][])("refuses %j", (change, reason) => {
    const result = cloudInitSchema.safeParse({ ...input, ...change });
    expect(result.error?.issues.map(({ message }) => message).join()).toContain(reason);
  });

  test("is an image labelled cidata with the files in it, byte for byte", () => {
    const files = seedFiles(cloudInitSchema.parse(input), vm);
    const image = seedImage(files);
    const disc = readJoliet(image);
    expect(disc.label).toBe("cidata");
    expect(Object.fromEntries(disc.files)).toEqual(files);
    expect(seedImage(files)).toEqual(image);
  });

  test.runIf(existsSync(isoinfoPath))("is read by another program", () => {
    const folder = mkdtempSync(join(tmpdir(), "seed-"));
    try {
      const files = seedFiles(cloudInitSchema.parse(input), vm);
      const path = join(folder, "seed.iso");
      writeFileSync(path, seedImage(files));
      const isoinfo = (...args: string[]) =>
        execFileSync(isoinfoPath, ["-i", path, ...args], { encoding: "utf8" });
      expect(isoinfo("-d")).toMatch(/^Volume id: cidata$/m);
      expect(isoinfo("-J", "-f").trim().split("\n").sort()).toEqual([
        "/meta-data",
        "/network-config",
        "/user-data",
      ]);
      for (const [name, text] of Object.entries(files)) expect(isoinfo("-J", "-x", `/${name}`)).toBe(text);
      expect(isoinfo("-f").trim().split("\n")).toHaveLength(3);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("the writers", () => {
  test("write any value so that YAML 1.1 and 1.2 read it back", () => {
    const { value } = fc.letrec<{ value: YamlValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("yes", "0777", "12:30:00", "~", "- a", "a: b # c", "\u2028", "\u0085", "\u007f", ""),
        fc.integer(),
        fc.boolean(),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom("name", "y", "on", "match", "a b"), tie("value")),
      ),
    }));
    fc.assert(
      fc.property(value, (given) => {
        const text = writeYaml(given);
        expect(parse(text, { version: "1.1" })).toEqual(given);
        expect(parse(text, { version: "1.2" })).toEqual(given);
      }),
    );
  });

  test("write any files into an image", () => {
    const file = fc.record({
      name: fc.stringMatching(/^[a-z][a-z0-9_.-]{0,40}$/),
      content: fc.uint8Array({ maxLength: 5000 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: ({ name }) => name, maxLength: 5 }), (files) => {
        const disc = readJoliet(writeIso("label", files));
        expect([...disc.contents]).toEqual(
          expect.arrayContaining(files.map(({ name, content }) => [name, content])),
        );
        expect(disc.contents.size).toBe(files.length);
      }),
      { numRuns: 50 },
    );
  });
});

interface Disc {
  label: string;
  contents: Map<string, Uint8Array>;
  files: Map<string, string>;
}

/** Reads an image by its Joliet descriptor, as a kernel does. */
function readJoliet(image: Uint8Array): Disc {
  const bytes = Buffer.from(image);
  const descriptor = bytes.subarray(17 * 2048, 18 * 2048);
  expect([descriptor[0], descriptor.toString("latin1", 1, 6)]).toEqual([2, "CD001"]);
  expect(descriptor.readUInt32LE(80) * 2048).toBe(image.length);
  const root = bytes.subarray(descriptor.readUInt32LE(156 + 2) * 2048);
  const contents = new Map<string, Uint8Array>();
  for (let at = 0; (root[at] ?? 0) > 0; at += root[at] ?? 0) {
    const identifier = root.subarray(at + 33, at + 33 + (root[at + 32] ?? 0));
    if (identifier.length < 2) continue;
    const start = root.readUInt32LE(at + 2) * 2048;
    expect(root.readUInt32BE(at + 6)).toBe(root.readUInt32LE(at + 2));
    contents.set(textOf(identifier), image.slice(start, start + root.readUInt32LE(at + 10)));
  }
  const texts = [...contents].map(([name, content]): [string, string] => [
    name,
    Buffer.from(content).toString(),
  ]);
  return { label: textOf(descriptor.subarray(40, 72)).trim(), contents, files: new Map(texts) };
}

function textOf(bigEndian: Buffer): string {
  return Buffer.from(bigEndian).swap16().toString("utf16le");
}
