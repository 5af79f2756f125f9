import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { projectRoot, SetupError } from "../project.mjs";
import { runCommand } from "../run-command.mjs";
import { checksums, controlText } from "./deb-control.mjs";
import { licencesOfPackages } from "./licences.mjs";
import { installedAt, writeTree } from "./write-tree.mjs";

const sources = join(projectRoot, "packages/debian");
const scripts = ["preinst", "postinst", "prerm", "postrm"];
const settingsFile = "etc/passdeck/passdeck.conf";
const node = `${installedAt.slice(1)}/node`;
/** Run by ssh. */
const askPass = `${installedAt.slice(1)}/server/host/ssh/ask-pass.sh`;

/**
 * Writes the files of the Debian package, those about it among them, as dpkg-deb packs them.
 * @param {string} root an empty folder
 * @param {string} version
 * @param {number} date Unix seconds, of each file
 */
export async function writeDebRoot(root, version, date) {
  const tree = join(root, installedAt);
  writeTree(tree, version);
  copyFileSync(process.execPath, join(root, node));
  chmodSync(join(root, node), 0o755);
  // The program itself knows its units; that it can write them shows that it has what it needs.
  const program = join(tree, "server/setup/passdeck.mjs");
  await runCommand(join(root, node), [program, "install", "--root", root], { cwd: "/" });
  put(root, "usr/bin/passdeck", readFileSync(join(sources, "passdeck")));
  put(root, settingsFile, readFileSync(join(sources, "passdeck.conf")));
  writeDocumentation(root);
  for (const script of scripts) put(root, `DEBIAN/${script}`, readFileSync(join(sources, script)));
  put(root, "DEBIAN/conffiles", `/${settingsFile}\n`);
  put(
    root,
    "DEBIAN/control",
    await controlText(
      root,
      version,
      machineCode(tree).map((file) => join(installedAt, file).slice(1)),
    ),
  );
  put(root, "DEBIAN/md5sums", checksums(root));
  makeEven(root, date);
}

/** @param {string} root */
function writeDocumentation(root) {
  const folder = "usr/share/doc/passdeck";
  const [own, nodes] = [join(projectRoot, "LICENSE"), licenceOfNode()].map((file) =>
    readFileSync(file, "utf8"),
  );
  put(
    root,
    `${folder}/copyright`,
    `Passdeck\n\n${own}\nThe npm packages within: third-party-licences.gz\nNode.js: node-licence.gz\n`,
  );
  put(root, `${folder}/node-licence.gz`, packed(nodes ?? ""));
  put(root, `${folder}/third-party-licences.gz`, packed(licencesOfPackages()));
  put(root, `${folder}/changelog.gz`, packed(readFileSync(join(projectRoot, "CHANGELOG.md"), "utf8")));
}

/** Where the Node that runs this has its licence: beside it, or where Debian's packages have theirs. */
function licenceOfNode() {
  const places = [
    join(dirname(dirname(process.execPath)), "LICENSE"),
    "/usr/share/doc/nodejs/LICENSE",
    "/usr/share/doc/nodejs/copyright",
  ];
  const found = places.find((place) => existsSync(place));
  if (found === undefined)
    throw new SetupError(
      `The licence of ${process.execPath} is in none of ${places.join(", ")}: a package can't pass this Node on.`,
    );
  return found;
}

/**
 * The same on every machine: zlib writes no time, and names no file.
 * @param {string} text
 */
function packed(text) {
  return gzipSync(text, { level: 9 });
}

/**
 * @param {string} tree
 * @returns {string[]} paths from there
 */
function machineCode(tree) {
  const files = readdirSync(tree, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file === "node" || file.endsWith(".node")).sort();
}

/**
 * @param {string} root
 * @param {string} path
 * @param {string | Buffer} content
 */
function put(root, path, content) {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/**
 * Gives files and folders the same modes and times whoever packs them, and whenever.
 * @param {string} root
 * @param {number} date
 */
function makeEven(root, date) {
  const runs = new Set(
    [node, askPass, "usr/bin/passdeck", ...scripts.map((script) => `DEBIAN/${script}`)].map((path) =>
      join(root, path),
    ),
  );
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    chmodSync(path, entry.isDirectory() || runs.has(path) ? 0o755 : 0o644);
    utimesSync(path, date, date);
  }
  chmodSync(root, 0o755);
  utimesSync(root, date, date);
}
