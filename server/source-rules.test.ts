import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** The product's source files below folders of the project, without their tests. */
function sources(...folders: string[]): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name) && !/\.test(-data)?\.tsx?$/.test(entry.name),
      )
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(20);
  return files;
}

function filesWith(pattern: RegExp, files: string[]): string[] {
  return files
    .filter((file) => pattern.test(readFileSync(file, "utf8")))
    .map((file) => file.slice(root.length + 1));
}

test("no program is started through a shell", () => {
  expect(
    filesWith(
      /\bexec(Sync)?\b(?!File)[^.]*from "node:child_process"|shell:\s*(true|["'])/,
      sources("server"),
    ),
  ).toEqual([]);
});

test("what a guest or a host says never reaches the page as markup", () => {
  const markup =
    /dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment/;
  // Scripts of our own, which nothing is put into.
  expect(filesWith(markup, sources("app", "components"))).toEqual(["components/ui/markup-script.tsx"]);
});

test("code is never made of text", () => {
  expect(filesWith(/\beval\(|new Function\(/, sources("server", "app", "components"))).toEqual([]);
});

/**
 * Who may reach the machine that Passdeck runs on, and what for. A managed host is reached through its Host alone
 * (server/host): what else asks this machine's files, sockets, programs or addresses would take it for the host.
 */
const reachesThisMachine: Readonly<Record<string, string>> = {
  "server/host/": "is the door to a host, and this machine is one",
  "server/libvirt/dial/": "dials the socket that a Host names",
  "server/libvirt/uri.ts": "finds a user's session socket, for a Host",
  "server/libvirt/protocol/generate/": "writes the sources of the protocol, when it is asked to",
  "server/setup/": "builds, tests and starts Passdeck on this machine",
  "server/settings.ts": "reads Passdeck's own settings",
  "server/settings-hosts.ts": "reads the files with certificates and keys that these name",
  "server/settings-sign-in.ts": "reads the files with secrets and certificates that these name",
  "server/machine-facts.ts": "tells what Passdeck itself runs as, which its settings depend on",
  "server/access/audit-trail/copies/": "sends copies of the audit log where Passdeck's settings say",
  "server/access/single-sign-on/directory-line.ts": "asks the LDAP directory of Passdeck's settings",
  "server/database/": "keeps Passdeck's own state",
  "server/access/first-administrator.ts": "puts the link for the first administrator beside that state",
  "server/access/factors/key-file.ts": "keeps keys beside that state",
  "server/demo/made-up-host/": "keeps the files of the demo's made-up host in that state",
  "server/standby/": "passes requests on to the Passdeck that is active",
  "server/http/": "serves Passdeck's own pages at this machine's addresses",
  "server/cli/serve.ts": "looks whether what is installed here is built",
  "server/cli/service/": "installs Passdeck itself as a service of this machine's",
  "server/start/start.ts": "reads Passdeck's own version",
  "server/pci/pci-names.ts": "reads the names that Passdeck ships",
  "server/notify/send/": "sends notifications to the servers that people have named",
  "server/storage/download/": "fetches an image from the network, whichever host it is for",
};

test("nothing but a Host stands for a machine: others reach this one only for what is Passdeck's own", () => {
  const reaching = sources("server", "app", "components")
    .filter((file) => !file.includes("/testing/"))
    .filter((file) => reachesMachine(readFileSync(file, "utf8")))
    .map((file) => file.slice(root.length + 1));
  const allowed = Object.keys(reachesThisMachine);
  expect(reaching.filter((file) => !allowed.some((place) => file.startsWith(place)))).toEqual([]);
  // What is allowed and not used any more would let something in unseen.
  expect(allowed.filter((place) => !reaching.some((file) => file.startsWith(place)))).toEqual([]);
});

test("the web is asked in one place, by the ways that hosts are configured with: in the demo none leads anywhere", () => {
  const server = sources("server").filter((file) => !/\/(setup|testing)\//.test(file));
  const asking =
    /\bfetch\(|new WebSocket\(|import \{[^}]*\b(?:get|request)\b[^}]*\} from "node:(?:http|https|http2)"/;
  expect(filesWith(asking, server).sort()).toEqual([
    // Notifications, which the demo sends none of either (open-notifications.ts).
    "server/notify/send/post.ts",
    "server/storage/download/open-url.ts",
    "server/storage/download/proxied-request.ts",
  ]);
  const users = filesWith(/import \{[^}]*\b(?:openUrl|fetchText|proxiedRequest)\b[^}]*\} from/, server);
  expect(users.sort()).toEqual([
    "server/storage/download/download-volume.ts",
    "server/storage/download/open-url.ts",
    "server/work/catalogue/image-catalogue.ts",
  ]);
  expect(filesWith(/\bweb: \{/, server)).toEqual(["server/hosts.ts"]);
});

test("which machine a Host is, is said where hosts are configured", () => {
  const parts =
    /\b(localHost|localSockets|localTools|localQemuFiles|localLibvirt|parseLibvirtUri|ProcessWriter|folderTree)\b/;
  const users = filesWith(parts, sources("server")).filter(
    (file) => !/^server\/(host|libvirt)\/|\/testing\//.test(file),
  );
  // The demo's host stands in a folder, and its VMs are made before it is managed.
  expect(users.sort()).toEqual([
    "server/demo/made-up-host/boot-sources.ts",
    "server/demo/made-up-host/made-up-host.ts",
    "server/demo/made-up-host/made-up-machine.ts",
    "server/hosts.ts",
  ]);
});

test.each([
  ['import { readFile } from "node:fs/promises";', true],
  ['import fs from "fs";', true],
  ['import * as os from "node:os";', true],
  ['import {\n  isIP,\n  connect,\n} from "node:net";', true],
  ['const { execFile } = await import("node:child_process");', true],
  ["const isRoot = process.getuid?.() === 0;", true],
  ['import type { Socket } from "node:net";', false],
  ['import { isIPv4, type Socket } from "node:net";', false],
  ['import { join } from "node:path";', false],
])("the rule above sees %j for what it is", (text, reaches) => {
  expect(reachesMachine(text)).toBe(reaches);
});

/** Whether a source uses files, sockets, programs or the like of the machine that it runs on. */
function reachesMachine(text: string): boolean {
  const modules = "(?:node:)?(?:fs|fs/promises|net|tls|dgram|dns|dns/promises|child_process|os)";
  const imports = text.matchAll(new RegExp(`\\bimport\\s+([^;"']*?)\\s+from\\s+["']${modules}["']`, "g"));
  const byName = [...imports].some(([, names = ""]) => importsMoreThanTypes(names));
  const others = new RegExp(
    `\\b(?:import|require)\\(\\s*["']${modules}["']|\\bprocess\\.(?:get(?:e?[ug]id)|cwd)\\b`,
  );
  return byName || others.test(text);
}

/** Of what reads addresses, and knows no machine. */
const pureNames = /^(isIP|isIPv4|isIPv6|BlockList)$/;

function importsMoreThanTypes(names: string): boolean {
  if (names.startsWith("type ")) return false;
  if (!names.startsWith("{")) return true;
  const values = names
    .slice(1, -1)
    .split(",")
    .map((name) => name.trim());
  return values.some((name) => name !== "" && !name.startsWith("type ") && !pureNames.test(name));
}

test("the environment is read in one place", () => {
  const readers = filesWith(/process\.env\b/, sources("server")).filter(
    (file) => !file.startsWith("server/setup/"),
  );
  // ssh-run.ts hands it on to ssh, which finds the user's agent by it; uri.ts finds a user's sockets as libvirt's own library
  // does; pages.ts sets NODE_ENV, which Next asks for.
  expect(readers.sort()).toEqual([
    "server/host/ssh/ssh-run.ts",
    "server/http/pages.ts",
    "server/libvirt/uri.ts",
    "server/settings.ts",
  ]);
});

test("pages write dates, times and numbers in one way: nobody else asks Intl, or reads a browser's own clock", () => {
  const pages = sources("components", "app").filter((file) => !file.includes("/components/formats/"));
  const written =
    /\.toLocale(?:Date|Time)?String\(|\.to(?:Date|Time|GMT|UTC)String\(|\bIntl\.(?:DateTime|Number|List|RelativeTime|Duration)Format\b|\.get(?:Hours|Minutes|Day|Date|Month|FullYear|TimezoneOffset)\(/;
  expect(filesWith(written, pages)).toEqual([]);
  expect("new Date(at).toLocaleTimeString()").toMatch(written);
});

test("the server's answers come without a stack", () => {
  expect(filesWith(/\bisDev:\s*true/, sources("server"))).toEqual([]);
});

test("numbers of libvirt's API are generated: none is written by hand where libvirt is called", () => {
  const files = sources("server").filter(
    (file) => !file.includes("/protocol/") && !/\/(setup|cli)\//.test(file),
  );
  // An argument of a call, or a word for one; an argument that is 0 has no flags.
  const argument =
    /\b(flags|stats|source|command|section|cpuNum|cellNum|cmd)\b\s*:\s*(?:[^,;{}()]*[?|]\s*)?(?:-\d+|0x[\da-f]+|[1-9]\d*)\b/;
  const word =
    /\bVIR_[A-Z_]+\b[^*]*\*\/\s*(?:export )?const \w+ = (?:-|0x)?\d+|const (?:affect|flags?)\w* = (?:0x)?\d+/i;
  expect(filesWith(argument, files)).toEqual([]);
  expect(filesWith(word, files)).toEqual(byHand);
});

/** Numbers of libvirt's wire protocol that its API does not tell. */
const byHand = ["server/libvirt/handshake.ts", "server/libvirt/wire/frame.ts"];

test("each test that docs/security.md names is there", () => {
  const text = readFileSync(join(root, "docs/security.md"), "utf8");
  const named = [...text.matchAll(/`([^`]+)` “([^”]+)”/g)].map(([, file = "", title = ""]) => ({
    file,
    title,
  }));
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter(({ file, title }) => !readFileSync(join(root, file), "utf8").includes(title))).toEqual(
    [],
  );
});
