import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { create, Header } from "tar";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { packTree, unpackTree } from "./archive";
import { folderTree } from "./folder-tree";
import { withHostTree } from "./open-host";
import { temporaryFolder, treeOfEntries } from "./tree.test-data";
import { linkedPath, type TreeEntry } from "./tree-entries";

const entries: TreeEntry[] = [
  { kind: "file", path: "sys/devices/a/vendor", text: "0x10de\n" },
  { kind: "link", path: "sys/bus/a", target: "../devices/a" },
  { kind: "folder", path: "sys/class/iommu/dmar0" },
];

interface RawEntry {
  path: string;
  type: "File" | "SymbolicLink" | "Link" | "FIFO" | "CharacterDevice";
  linkpath?: string;
  text?: string;
}

/** An archive as someone hostile would write it, past every check of the library that writes them. */
function rawArchive(file: string, raw: readonly RawEntry[]): void {
  const blocks = raw.flatMap(({ path, type, linkpath, text = "" }) => {
    const header = new Header({
      path,
      type,
      mode: 0o644,
      size: text.length,
      mtime: new Date(0),
      ...(linkpath ? { linkpath } : {}),
    });
    header.encode();
    const body = Buffer.alloc(Math.ceil(text.length / 512) * 512);
    body.write(text);
    return [header.block ?? Buffer.alloc(512), body];
  });
  writeFileSync(file, gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)])));
}

describe("packTree and unpackTree", () => {
  test("give back files, links and empty folders", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "host.tar.gz");
    const unpacked = join(folder, "unpacked");
    mkdirSync(unpacked);
    await packTree(entries, file);
    await unpackTree(file, unpacked);
    const tree = folderTree(unpacked);
    expect(await tree.readText("sys/bus/a/vendor")).toBe("0x10de\n");
    expect(await tree.readLink("sys/bus/a")).toBe("../devices/a");
    expect(await tree.list("sys/class/iommu")).toEqual(["dmar0"]);
  });

  test("write the same bytes for the same entries", async () => {
    const folder = temporaryFolder();
    await packTree(entries, join(folder, "a.tar.gz"));
    await packTree(entries, join(folder, "b.tar.gz"));
    expect(readFileSync(join(folder, "a.tar.gz")).equals(readFileSync(join(folder, "b.tar.gz")))).toBe(true);
  });

  test("write a file that its owner alone may read, also in another's place", async () => {
    const file = join(temporaryFolder(), "host.tar.gz");
    writeFileSync(file, "", { mode: 0o644 });
    await packTree([{ kind: "file", path: "etc/os-release", text: "ID=debian\n" }], file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("say which file can't be written", async () => {
    const file = join(temporaryFolder(), "no/such/folder.tar.gz");
    await expect(packTree(entries, file)).rejects.toThrow(`${file} can't be written (ENOENT).`);
  });

  test.each([
    ["text", Buffer.from("not an archive at all".repeat(100))],
    ["a gzip of text", gzipSync(Buffer.from("x".repeat(2000)))],
    ["a cut archive", null],
  ])("refuse %s", async (_, bytes) => {
    const folder = temporaryFolder();
    const file = join(folder, "host.tar.gz");
    await packTree(entries, file);
    writeFileSync(file, bytes ?? readFileSync(file).subarray(0, 60));
    mkdirSync(join(folder, "out"));
    await expect(unpackTree(file, join(folder, "out"))).rejects.toMatchObject({ code: "bad-input" });
  });

  test.each<[string, RawEntry[]]>([
    ["climbs", [{ path: "../climbed", type: "File", text: "x" }]],
    ["climbs in the middle", [{ path: "sys/../../climbed", type: "File", text: "x" }]],
    [
      "goes through a link of its own",
      [
        { path: "door", type: "SymbolicLink", linkpath: ".." },
        { path: "door/climbed", type: "File", text: "x" },
      ],
    ],
    [
      "links to a file outside",
      [
        { path: "climbed", type: "SymbolicLink", linkpath: "../climbed" },
        { path: "climbed", type: "File", text: "x" },
      ],
    ],
  ])("let nothing out of the folder that %s", async (_, raw) => {
    const folder = temporaryFolder();
    const out = join(folder, "out");
    mkdirSync(out);
    rawArchive(join(folder, "evil.tar.gz"), raw);
    await unpackTree(join(folder, "evil.tar.gz"), out).catch(() => undefined);
    expect(readdirSync(folder)).toEqual(["evil.tar.gz", "out"]);
  });

  test("unpack no hard links, pipes and devices", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "odd.tar.gz");
    const out = join(folder, "out");
    mkdirSync(out);
    rawArchive(file, [
      { path: "hard", type: "Link", linkpath: "kept" },
      { path: "pipe", type: "FIFO" },
      { path: "device", type: "CharacterDevice" },
      { path: "kept", type: "File", text: "x" },
    ]);
    await unpackTree(file, out);
    expect(readdirSync(out)).toEqual(["kept"]);
  });

  test("refuse an archive that unpacks to far more than a host has", async () => {
    const folder = temporaryFolder();
    const source = join(folder, "source");
    mkdirSync(source);
    writeFileSync(join(source, "zeros"), Buffer.alloc(257 * 1024 * 1024));
    const file = join(folder, "bomb.tar.gz");
    await create({ gzip: { level: 1 }, file, cwd: source }, ["zeros"]);
    mkdirSync(join(folder, "out"));
    await expect(unpackTree(file, join(folder, "out"))).rejects.toThrow("far more than a host's facts");
  });
});

describe("writeTree", () => {
  test("leaves out what stands below a link, and the later of two at one place", async () => {
    const outside = temporaryFolder();
    const tree = await treeOfEntries([
      { kind: "link", path: "door", target: outside },
      { kind: "file", path: "door/inside", text: "x" },
      { kind: "file", path: "twice", text: "first" },
      { kind: "file", path: "twice", text: "second" },
      { kind: "file", path: "deep/er", text: "x" },
      { kind: "file", path: "deep", text: "not a folder" },
    ]);
    expect(existsSync(join(outside, "inside"))).toBe(false);
    expect(await tree.readText("twice")).toBe("first");
    expect(await tree.list("deep")).toEqual(["er"]);
  });
});

describe("linkedPath", () => {
  test("follows a link as the kernel would, never above the root", () => {
    expect(linkedPath("sys/bus/pci/devices/a", "../../../devices/pci0000:00/a")).toBe(
      "sys/devices/pci0000:00/a",
    );
    expect(linkedPath("sys/a", "/sys/b")).toBe("sys/b");
    expect(linkedPath("sys/a", "../../../../etc")).toBe("etc");
  });
});

describe("withHostTree", () => {
  test("reads a folder and an archive alike, and leaves nothing behind", async () => {
    const file = join(temporaryFolder(), "host.tar.gz");
    await packTree(entries, file);
    const place = await withHostTree(file, async (tree) => {
      expect(await tree.readText("sys/bus/a/vendor")).toBe("0x10de\n");
      return tree.name;
    });
    expect(existsSync(place)).toBe(false);
    expect(await withHostTree("/", async (tree) => tree.name)).toBe("/");
  });

  test("leaves nothing in the temporary folder of an archive that is cut or spoiled anywhere", async () => {
    const file = join(temporaryFolder(), "host.tar.gz");
    const many = Array.from({ length: 12 }, (_, index): TreeEntry => {
      return { kind: "file", path: `sys/devices/${index}/vendor`, text: randomBytes(600).toString("hex") };
    });
    await packTree(many, file);
    const whole = readFileSync(file);
    const bad = fc
      .integer({ min: 0, max: whole.length - 20 })
      .chain((at) =>
        fc.constantFrom(
          whole.subarray(0, at),
          Buffer.concat([whole.subarray(0, at), Buffer.alloc(whole.length - at)]),
        ),
      );
    const temporary = temporaryFolder();
    vi.stubEnv("TMPDIR", temporary);
    onTestFinished(() => void vi.unstubAllEnvs());
    await fc.assert(
      fc.asyncProperty(bad, async (bytes) => {
        writeFileSync(file, bytes);
        await expect(withHostTree(file, async () => "read")).rejects.toMatchObject({ code: "bad-input" });
        expect(readdirSync(temporary)).toEqual([]);
      }),
    );
  });

  test("says what is wrong with a path that is no host", async () => {
    const folder = temporaryFolder();
    symlinkSync("nowhere", join(folder, "dangling"));
    const nothing = async () => undefined;
    await expect(withHostTree(join(folder, "none"), nothing)).rejects.toThrow(
      `There is no file or folder ${folder}/none.`,
    );
    await expect(withHostTree(join(folder, "dangling"), nothing)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(withHostTree(folder, nothing)).rejects.toThrow("is no host: it has no sys folder");
    await expect(withHostTree("/etc/passwd", nothing)).rejects.toThrow("/etc/passwd is no captured host");
  });
});
