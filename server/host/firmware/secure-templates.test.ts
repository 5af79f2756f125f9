import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { treeOfEntries } from "../tree.test-data";
import { missingOf2023, newerKeysOf, readSecureTemplates } from "./secure-templates";
import { readKeyVariables } from "./variable-store";

const windows = "Windows UEFI CA 2023";
const others = "Microsoft UEFI CA 2023";

let folder: string;
const certificates = new Map<string, Buffer>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "keys-"));
  for (const name of [windows, others, "Microsoft Windows Production PCA 2011"]) {
    const out = join(folder, "certificate");
    const subject = `/C=US/O=Microsoft Corporation/CN=${name}`;
    const request = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
    const files = ["-keyout", join(folder, "key"), "-out", out, "-outform", "DER"];
    execFileSync("openssl", [...request, "-subj", subject, ...files], { stdio: "ignore" });
    certificates.set(name, readFileSync(out));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const certificate = (name: string) => certificates.get(name) ?? Buffer.alloc(0);
const guid = (hex: string) => Buffer.from(hex, "hex");
const numbers = (...values: number[]) => Buffer.from(Uint32Array.from(values).buffer);

/** EFI_SIGNATURE_LIST with one entry. */
function signatureList(type: string, entry: Buffer): Buffer {
  const sizes = numbers(28 + 16 + entry.length, 0, 16 + entry.length);
  return Buffer.concat([guid(type), sizes, Buffer.alloc(16), entry]);
}

const x509 = "a159c0a5e494a74a87b5ab155c2bf072";
const sha256 = "2616c4c14c509240aca941f936934328";
const trust = (...names: string[]) =>
  Buffer.concat(names.map((name) => signatureList(x509, certificate(name))));

function variable(name: string, data: Buffer, state = 0x3f): Buffer {
  const text = Buffer.from(`${name}\0`, "utf16le");
  const header = Buffer.alloc(60);
  header.writeUInt16LE(0x55aa, 0);
  header.writeUInt8(state, 2);
  header.writeUInt32LE(text.length, 36);
  header.writeUInt32LE(data.length, 40);
  const whole = Buffer.concat([header, text, data]);
  return Buffer.concat([whole, Buffer.alloc((4 - (whole.length % 4)) % 4, 0xff)]);
}

/** A file of variables as edk2 lays it out: the volume's header, the store's, and what is in it. */
function template(...variables: Buffer[]): Buffer {
  const volume = Buffer.alloc(72);
  volume.writeUInt16LE(72, 48);
  const room = Buffer.alloc(256, 0xff);
  const content = Buffer.concat([...variables, room]);
  const store = Buffer.concat([
    guid("782cf3aa7b949a43a1802e144ec37792"),
    numbers(28 + content.length),
    Buffer.alloc(8),
  ]);
  return Buffer.concat([volume, store, content]);
}

describe("keys in a file of firmware variables", () => {
  test("are those of its variables that count, by their certificates’ names", () => {
    const hash = signatureList(sha256, Buffer.alloc(32));
    const file = template(
      variable("db", trust(windows), 0x3c),
      variable("Boot0000", Buffer.from("…")),
      variable("db", Buffer.concat([hash, trust("Microsoft Windows Production PCA 2011", others)])),
      variable("dbx", trust(windows)),
    );
    expect(readKeyVariables(file)).toEqual([
      { name: "db", certificates: ["Microsoft Windows Production PCA 2011", others] },
    ]);
  });

  test("of 2023 are missed where they are not trusted", () => {
    const missing = (...variables: Buffer[]) => missingOf2023(readKeyVariables(template(...variables)) ?? []);
    expect(missing(variable("db", trust(windows, others)))).toEqual([]);
    expect(missing(variable("db", trust(others)))).toEqual([windows]);
    expect(missing(variable("KEK", trust(windows, others)))).toEqual([windows, others]);
    expect(missing()).toEqual([windows, others]);
  });

  test("are not looked for in what is no such file, and what is broken off ends it", () => {
    for (const file of ["", "QFI\u00fb", "x".repeat(200)])
      expect(readKeyVariables(Buffer.from(file))).toBeNull();
    const whole = template(variable("db", trust(windows)));
    for (let length = 0; length < whole.length; length += 1) {
      const found = readKeyVariables(whole.subarray(0, length)) ?? [];
      for (const { certificates: names } of found) expect([[], [windows]]).toContainEqual(names);
    }
  });
});

test("a host’s templates are found by QEMU’s descriptions, the first before all", async () => {
  const describedBy = (filename: string, features: string[], architecture = "x86_64") =>
    JSON.stringify({
      mapping: { executable: { filename: "/CODE.fd" }, "nvram-template": { filename } },
      targets: [{ architecture }],
      features,
    });
  const file = template(variable("db", trust(windows)));
  const tree = await treeOfEntries([{ kind: "file", path: "usr/share/OVMF/VARS.ms.fd", text: file }]);
  const found = await readSecureTemplates(tree, [
    ["40-a.json", describedBy("/usr/share/OVMF/VARS.ms.fd", ["secure-boot", "enrolled-keys"])],
    ["50-b.json", describedBy("/usr/share/OVMF/VARS.fd", ["secure-boot"])],
    ["60-c.json", describedBy("/usr/share/AAVMF/VARS.fd", ["enrolled-keys"], "aarch64")],
    ["70-d.json", describedBy("/usr/share/OVMF/none.fd", ["enrolled-keys"])],
    ["80-e.json", "{"],
    ["90-f.json", null],
  ]);
  expect(found).toEqual([
    {
      descriptor: "40-a.json",
      path: "usr/share/OVMF/VARS.ms.fd",
      code: "/CODE.fd",
      store: Buffer.from(file),
      keys: [{ name: "db", certificates: [windows] }],
    },
    {
      descriptor: "70-d.json",
      path: "usr/share/OVMF/none.fd",
      code: "/CODE.fd",
      store: null,
      keys: null,
    },
  ]);
});

test("firmware with the keys is taken in place of one without, and what is not known is not missed", () => {
  const one = (path: string, names: string[] | null) => ({
    path,
    code: `/${path}.code`,
    descriptor: "",
    store: null,
    keys: names && [{ name: "db", certificates: names }],
  });
  const instead = { code: "/new.code", variablesTemplate: "/new" };
  expect(newerKeysOf([one("old", []), one("new", [windows, others])])).toEqual({ missing: [], instead });
  expect(newerKeysOf([one("old", [windows])])).toEqual({ missing: [others], instead: null });
  for (const known of [
    [],
    [one("new", [windows, others])],
    [one("unknown", null), one("new", [windows, others])],
  ])
    expect(newerKeysOf(known)).toEqual({ missing: [], instead: null });
});
