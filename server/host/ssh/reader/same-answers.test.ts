import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, openSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readHostReport } from "../../../pci/read-host-report";
import { folderTree } from "../../folder-tree";
import type { HostFiles, ReadBatch } from "../../host-files";
import { temporaryFolder } from "../../tree.test-data";
import { readers, startAsNobody, startOf, treeBy } from "./reader.test-data";

const here = folderTree("/");

/** A folder with what is odd about files. */
function oddFolder(): string {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const at = (name: string) => join(folder, name);
  const everyByte = Buffer.from(Array.from({ length: 9_000 }, (_, index) => (index * 7) % 256));
  const files: Record<string, string | Buffer> = {
    plain: "0x10de\n",
    "no line feed": "last\nline",
    empty: "",
    "line feeds": "\n\n\n",
    "back\\slash": "a\\b\\\nc \\",
    "quotes '\"`$(id)$HOME*?[a]": " leading and trailing \t \n",
    "-n": "-e\n",
    "ünïcødé ✓ 名": "ünïcødé ✓ 名\n",
    every: everyByte,
    zeros: "a\0b\0\0\n",
    "not utf-8": Buffer.from([0xff, 0xfe, 0x0a, 0xc3, 0x28, 0x81, 0x88]),
    "as an answer": "! 13\n.\n= 5\n",
    ".hidden": "h",
    "..hidden": "h",
    "...": "h",
    large: Buffer.alloc(300_000, "0123456789abcdef\n"),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(at(name), content);
  mkdirSync(at("folder/below"), { recursive: true });
  mkdirSync(at("bare"));
  writeFileSync(at("folder/*"), "star");
  writeFileSync(at("folder/below/file"), "below");
  const links: Record<string, string> = {
    absolute: at("plain"),
    relative: "folder/below/file",
    "to folder": "folder",
    up: "folder/below/../../plain",
    dangling: "nowhere/at all",
    "line feed": "x\n/y",
    circle: "circle",
    "one way": "other way",
    "other way": "one way",
    "odd ✓'\\": "folder/*",
  };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, at(name));
  return folder;
}

/** Each path asked for in every way. */
function everyWay(paths: readonly string[]): ReadBatch {
  return { texts: paths, bytes: paths, links: paths, folders: paths, presence: paths };
}

/** What was found, by kind; of what is long its digest. */
function found(files: HostFiles): Record<string, [path: string, value: unknown][]> {
  return Object.fromEntries(
    Object.entries(files.found).map(([kind, entries]) => [
      kind,
      [...new Map<string, unknown>(entries)].map(([path, value]) => [path, inShort(value)]),
    ]),
  );
}

function inShort(value: unknown): unknown {
  const isLong = (typeof value === "string" || value instanceof Uint8Array) && value.length > 200;
  return isLong ? createHash("sha256").update(value).digest("hex") : value;
}

test.each(readers)("%s answers as the file system here does, whatever the files are", async (reader) => {
  const folder = oddFolder().slice(1);
  const names = (await here.list(folder)).flatMap((name) => [name, `${name}/below`, `${name}/below/file`]);
  const further = ["nothing", "nothing/below", "plain/below", "x".repeat(300), "folder/*", "folder/../plain"];
  const paths = [...names, ...further].map((name) => `${folder}/${name}`);
  const batch = everyWay([folder, "", `${folder}/folder/`, ...paths]);
  expect(found(await treeBy(startOf(reader)).readMany(batch))).toEqual(found(await here.readMany(batch)));
});

test.each(readers)("%s reads sysfs and procfs as they are read here", async (reader) => {
  const tree = treeBy(startOf(reader));
  const texts = [
    ...[
      "sys/kernel/pid_max",
      "sys/kernel/osrelease",
      "filesystems",
      "cmdline",
      "modules",
      "1/cmdline",
      "mounts",
    ].map((name) => `proc/${name}`),
    ...["kernel/mm/transparent_hugepage/enabled", "class/net/lo/address", "class/net/lo/speed"].map(
      (name) => `sys/${name}`,
    ),
  ];
  const batch = {
    texts,
    links: ["proc/self/ns/net", "sys/class/net/lo"],
    folders: ["sys/class", "proc/1/ns"],
    // Bytes of sysfs with zeros among them, as a device's configuration space has.
    bytes: ["sys/kernel/notes"],
  };
  expect((await here.readBytes("sys/kernel/notes"))?.includes(0)).toBe(true);
  expect(found(await tree.readMany(batch))).toEqual(found(await here.readMany(batch)));
});

// The shell that reads is one program, whichever runs it: here the one that is most often found.
test.each(["perl", "python3", "dash"] as const)(
  "%s gives the same report of this machine's hardware",
  async (reader) => {
    expect(timeless(await readHostReport(treeBy(startOf(reader))))).toEqual(
      timeless(await readHostReport(here)),
    );
  },
);

/** The clock of the CPUs and the free memory are other ones at each look. */
function timeless(report: unknown): unknown {
  return JSON.parse(JSON.stringify(report, (key, value) => (/free|available|mhz/i.test(key) ? null : value)));
}

test.each(readers)("%s reads many links in order, whatever stands between them", async (reader) => {
  const folder = temporaryFolder();
  const links = Array.from({ length: 450 }, (_, index) => `${folder.slice(1)}/link ${index}`);
  links.forEach((path, index) => {
    if (index % 90 === 7) return;
    symlinkSync(index === 300 ? "two\nlines" : `to *${index} `, `/${path}`);
  });
  const batch = { links };
  expect(found(await treeBy(startOf(reader)).readMany(batch))).toEqual(found(await here.readMany(batch)));
});

test.each(readers)("%s tells the numbers of open devices and of nothing else", async (reader) => {
  const device = openSync("/dev/null", "r");
  const file = openSync("/etc/passwd", "r");
  const of = (descriptor: number) => `proc/${process.pid}/fd/${descriptor}`;
  const deviceNumbers = [of(device), of(file), of(9999), "dev/null", "proc/self/root/dev/null"];
  const batch = { deviceNumbers };
  const answer = await treeBy(startOf(reader)).readMany(batch);
  expect(answer.deviceNumbers(of(device))).toBe("char/1:3");
  expect(found(answer)).toEqual(found(await here.readMany(batch)));
});

test.each(readers)("%s opens devices, and tells why one does not open", async (reader) => {
  const folder = temporaryFolder().slice(1);
  symlinkSync("/dev/null", `/${folder}/link`);
  mkdirSync(`/${folder}/folder`);
  const opened = ["dev/null", "dev/nothing", "dev/null/below", `${folder}/link`, `${folder}/folder`];
  const answer = await treeBy(startOf(reader)).readMany({ opened });
  expect(answer.opened("dev/null")).toBe("");
  expect(answer.opened("dev/nothing")).toBe("ENOENT");
  expect(answer.opened(`${folder}/link`)).toBe("ELOOP");
  expect(answer.opened(`${folder}/folder`)).toBe("EISDIR");
  expect(["ENOTDIR", "ENOENT"]).toContain(answer.opened("dev/null/below"));
});

test.each(readers)("%s opens no pipe and no device to read it", async (reader) => {
  const folder = temporaryFolder().slice(1);
  execFileSync("mkfifo", [`/${folder}/pipe`]);
  const paths = [`${folder}/pipe`, "dev/zero", "dev/null"];
  const answer = await treeBy(startOf(reader)).readMany({ texts: paths, bytes: paths });
  expect(paths.flatMap((path) => [answer.text(path), answer.bytes(path)])).toEqual(Array(6).fill(null));
});

test.each(readers)("%s refuses a file that is far too large", async (reader) => {
  const folder = temporaryFolder().slice(1);
  writeFileSync(`/${folder}/large`, Buffer.alloc(16 * 1024 * 1024 + 1));
  await expect(treeBy(startOf(reader)).readBytes(`${folder}/large`)).rejects.toMatchObject({
    code: "bad-input",
    userMessage: `/${folder}/large is larger than 16 MiB, which no file that describes a host is.`,
  });
});

test.each(["perl", "python3"] as const)("%s reads the largest that there may be", async (reader) => {
  const folder = temporaryFolder().slice(1);
  const content = Buffer.alloc(16 * 1024 * 1024, "sixteen bytes 1\n");
  writeFileSync(`/${folder}/large`, content);
  const read = await treeBy(startOf(reader)).readBytes(`${folder}/large`);
  expect(read !== null && content.equals(read)).toBe(true);
});

/** What nobody in particular may not read. */
function closedFolder() {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "closed/below"), { recursive: true });
  writeFileSync(join(folder, "closed/below/file"), "secret");
  writeFileSync(join(folder, "secret"), "secret");
  symlinkSync("closed/below/file", join(folder, "link"));
  symlinkSync("x", join(folder, "closed/link"));
  chmodSync(join(folder, "secret"), 0);
  chmodSync(join(folder, "closed"), 0);
  return folder.slice(1);
}

const refused: readonly [keyof ReadBatch, string][] = [
  ["texts", "secret"],
  ["bytes", "secret"],
  ["texts", "link"],
  ["texts", "closed/below/file"],
  ["links", "closed/link"],
  ["folders", "closed"],
  ["folders", "closed/below"],
];

test.each(readers)("%s names what it may not read, or passes it over", async (reader) => {
  const folder = closedFolder();
  const tree = treeBy(startAsNobody(reader));
  for (const [kind, name] of refused) {
    const path = `${folder}/${name}`;
    await expect(tree.readMany({ [kind]: [path] }), `${kind} ${name}`).rejects.toMatchObject({
      code: "forbidden",
      userMessage: `Passdeck may not read /${path} of host-b. Have it sign in there as root, or as a user who may.`,
    });
    const passed = await tree.readMany({ [kind]: [path], skipForbidden: true });
    expect([...Object.values(found(passed)).flat()]).toEqual([[path, null]]);
  }
  const files = await tree.readMany({
    presence: [`${folder}/closed/below`, `${folder}/secret`, `${folder}/link`],
    opened: [`${folder}/secret`],
  });
  expect([...files.found.presence.values()]).toEqual([false, true, false]);
  expect(files.opened(`${folder}/secret`)).toBe("EACCES");
  chmodSync(`/${folder}/closed`, 0o700);
});

test.each(readers)("%s is the one that the host's start picks", async (reader) => {
  const told: object[] = [];
  const tree = treeBy(startOf(reader), { log: { debug: (details) => void told.push(details) } });
  await tree.readText("proc/version");
  const isShell = reader !== "perl" && reader !== "python3";
  expect(told).toEqual([{ host: "host-b", by: isShell ? "sh" : reader }]);
});
