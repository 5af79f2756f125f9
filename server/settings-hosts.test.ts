import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseSettings, SettingsError } from "./settings";

const folder = mkdtempSync(join(tmpdir(), "passdeck-given-"));
const facts = { isRoot: true, inLibvirtGroup: false, home: "/root", workingFolder: folder };
const certificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";
const print = `SHA256:${"a+/".repeat(14)}b`;

mkdirSync(join(folder, "pki"));
for (const name of ["cacert", "clientcert"])
  writeFileSync(join(folder, `pki/${name}.pem`), `${certificate}\n`);
for (const name of ["pki/clientkey.pem", "id"]) writeFileSync(join(folder, name), "a private key\n");
writeFileSync(join(folder, "empty"), "");
afterAll(() => rmSync(folder, { recursive: true }));

const hostsOf = (text: string) => parseSettings({ PASSDECK_HOSTS: text }, facts).hosts;

function problem(text: string): string {
  try {
    hostsOf(text);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems.join("\n");
    throw error;
  }
  return "";
}

test("a host by ssh has its key's fingerprint, a plus in it, and what it is signed in to by", () => {
  expect(hostsOf(`atlas=qemu+ssh://kvm@atlas.lan:2222/system?key=${print}`)).toEqual([
    {
      name: "atlas",
      uri: "qemu:///system",
      route: { transport: "ssh", target: { host: "atlas.lan", port: 2222, user: "kvm" }, jumps: [] },
      expectedKey: print,
      credential: { kind: "own" },
    },
  ]);
  const [given] = hostsOf(
    `rhea=qemu+ssh://[2001:db8::7]/system?key=${print}=&keyfile=id&socket=/run/own%20sock`,
  );
  expect(given).toMatchObject({
    uri: "qemu+unix:///system?socket=/run/own%20sock",
    route: { target: { host: "[2001:db8::7]", port: null, user: null } },
    expectedKey: print,
    credential: { kind: "key", privateKey: "a private key", passphrase: null },
  });
});

test("a host by TLS has its files in one folder, or each where it is said", () => {
  const expected = {
    uri: "qemu:///system",
    route: { transport: "tls", target: { host: "atlas.lan", port: null }, ca: certificate, certificate },
    credential: { kind: "client-key", privateKey: "a private key" },
  };
  expect(hostsOf("atlas=qemu+tls://atlas.lan/system?pkipath=pki")).toMatchObject([
    { ...expected, expectedKey: null },
  ]);
  const files = "cacert=pki/cacert.pem&clientcert=pki/clientcert.pem&clientkey=pki/clientkey.pem";
  expect(hostsOf(`atlas=qemu+tls://atlas.lan/system?${files}&key=${print}`)).toMatchObject([
    { ...expected, expectedKey: print },
  ]);
});

test("several stand with spaces or commas between them", () => {
  const entry = (name: string) => `${name}=qemu+tls://${name}.lan/system?pkipath=pki`;
  expect(hostsOf(`${entry("a")}, ${entry("b")}\n${entry("c")}`).map(({ name }) => name)).toEqual([
    "a",
    "b",
    "c",
  ]);
});

test.each([
  ["qemu+ssh://atlas/system", "“qemu+ssh://atlas/system” is not NAME=URI"],
  ["atlas", "“atlas” is not NAME=URI"],
  ["atlas=qemu:///system", "is not NAME=URI"],
  ["atlas=qemu+tcp://atlas/system", "is not NAME=URI"],
  [`Atlas=qemu+ssh://atlas/system?key=${print}`, "Atlas: A host’s name has small letters"],
  [`local=qemu+ssh://atlas/system?key=${print}`, "local: is what Passdeck calls its own machine"],
  ["atlas=qemu+ssh://atlas/system", "atlas: give its host key’s fingerprint"],
  ["atlas=qemu+ssh://atlas/system?key=MD5:aa", "atlas: give its host key’s fingerprint"],
  ["atlas=qemu+tls://atlas/system?pkipath=pki&key=MD5:aa", "atlas: key has to be SHA256:"],
  [`atlas=qemu+ssh://atlas/session?key=${print}`, "atlas: its URI has to end with /system"],
  [`atlas=qemu+ssh://atlas/system?key=${print}&no_verify=1`, "atlas: “no_verify” is none of its parameters"],
  [`atlas=qemu+ssh://-oProxyCommand=x/system?key=${print}`, "atlas: A host's name has letters"],
  [`atlas=qemu+ssh://atlas/system?key=${print}&keyfile=none`, "none can’t be read (ENOENT"],
  [`atlas=qemu+ssh://atlas/system?key=${print}&keyfile=empty`, "empty is empty"],
  [`atlas=qemu+ssh://atlas/system?key=${print}&keyfile=%zz`, "has a % that no two digits follow"],
  [
    `atlas=qemu+ssh://root:secret@atlas/system?key=${print}`,
    "atlas: a password has no place in the settings",
  ],
  [`atlas=qemu+ssh://atlas/system?key=${print}&keyfile=a#b`, "atlas: its URI has a #: write %23"],
  ["atlas=qemu+tls://ada@atlas/system?pkipath=pki", "atlas: by TLS nobody signs in by a user’s name"],
  ["atlas=qemu+tls://atlas/system?pkipath=pki&cacert=id", "atlas: This is no certificate in PEM form"],
  [`a=qemu+tls://a/system?pkipath=pki a=qemu+tls://b/system?pkipath=pki`, "a: is named twice"],
])("%s is told", (text, told) => {
  expect(problem(text)).toContain(told);
  expect(problem(text)).toMatch(/^PASSDECK_HOSTS: /);
});

test("each of several that can't be used is told", () => {
  expect(problem("atlas,rhea").split("\n")).toHaveLength(2);
});
