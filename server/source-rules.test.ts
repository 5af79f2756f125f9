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
  // A script of our own, which nothing is put into.
  expect(filesWith(markup, sources("app", "components"))).toEqual(["components/shell/early-connection.tsx"]);
});

test("code is never made of text", () => {
  expect(filesWith(/\beval\(|new Function\(/, sources("server", "app", "components"))).toEqual([]);
});

test("the environment is read in one place", () => {
  const readers = filesWith(/process\.env\b/, sources("server")).filter(
    (file) => !file.startsWith("server/setup/"),
  );
  // uri.ts finds a user's sockets as libvirt's own library does; pages.ts sets NODE_ENV, which Next asks for.
  expect(readers.sort()).toEqual(["server/http/pages.ts", "server/libvirt/uri.ts", "server/settings.ts"]);
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
