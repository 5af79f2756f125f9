import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { refuseHiddenProgram } from "../../host/root/own-program";
import { temporaryFolder } from "../../host/tree.test-data";
import { passdeck } from "../passdeck.test-data";
import { serviceFiles } from "./service-files";
import { ownPlaces } from "./service-places";
import { unitWord } from "./service-units";

const program = { node: "/bin/true", passdeck: "/opt/passdeck/server/setup/passdeck.mjs" };
const units = "etc/systemd/system";

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** The files of the service in a root where systemd's own units are, so that it finds what ours name. */
function installed(): string {
  const root = temporaryFolder();
  for (const { path, text } of serviceFiles(program, ownPlaces)) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

describe("passdeck install and uninstall", () => {
  test("write the service's files, the same ones again, and take them all away", () => {
    const root = temporaryFolder();
    expect(passdeck(["install", "--root", root])).toMatchObject({ status: 0 });
    const written = filesIn(root);
    expect(written).toEqual(
      serviceFiles(program, ownPlaces)
        .map(({ path }) => path)
        .sort(),
    );
    const unit = readFileSync(join(root, units, "passdeck.service"), "utf8");
    expect(unit).toMatch(/^ExecStart=\/\S+ \/\S+server\/setup\/passdeck\.mjs serve$/m);
    expect(passdeck(["install", "--root", root])).toMatchObject({ status: 0 });
    expect(passdeck(["uninstall", "--root", root])).toMatchObject({ status: 0 });
    expect(filesIn(root)).toEqual([]);
  });

  test("leave a file alone that is somebody else's", () => {
    const root = temporaryFolder();
    mkdirSync(join(root, units), { recursive: true });
    writeFileSync(join(root, units, "passdeck.service"), "[Unit]\n");
    expect(passdeck(["install", "--root", root])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("passdeck.service is there already"),
    });
    expect(existsSync(join(root, units, "passdeck-root.socket"))).toBe(false);
    passdeck(["uninstall", "--root", root]);
    expect(filesIn(root)).toEqual([`${units}/passdeck.service`]);
  });
});

test.runIf(spawnSync("systemd-analyze", ["--version"]).status === 0)(
  "systemd finds nothing wrong with the units, and the web process as closed as its own services",
  () => {
    const root = installed();
    const paths = ["passdeck-root.socket", "passdeck.service"].map((name) => join(root, units, name));
    const { stdout, stderr, status } = spawnSync("systemd-analyze", ["verify", "--man=no", ...paths], {
      encoding: "utf8",
    });
    // What this machine itself has is not asked.
    const about = `${stdout}${stderr}`.split("\n").filter((line) => line.includes("passdeck"));
    expect([status, about]).toEqual([0, []]);
    const score = spawnSync(
      "systemd-analyze",
      ["security", "--offline=yes", "--no-pager", "--threshold=25", paths[1] ?? ""],
      {
        encoding: "utf8",
      },
    );
    expect(score.status, score.stdout.split("\n").slice(-3).join("\n")).toBe(0);
  },
);

test("the user, its groups and folders are as systemd-sysusers and systemd-tmpfiles read them", () => {
  const root = installed();
  mkdirSync(join(root, "var/lib"), { recursive: true });
  for (const file of ["passwd", "group", "shadow", "gshadow"]) writeFileSync(join(root, "etc", file), "");
  const users = spawnSync("systemd-sysusers", [`--root=${root}`], { encoding: "utf8" });
  if (users.error !== undefined) return;
  expect([users.status, users.stderr.includes("line")]).toEqual([0, false]);
  expect(readFileSync(join(root, "etc/passwd"), "utf8")).toMatch(
    /^passdeck:x:\d+:\d+:Passdeck:\/var\/lib\/passdeck:/m,
  );
  expect(readFileSync(join(root, "etc/group"), "utf8")).toMatch(/^libvirt:x:\d+:passdeck$/m);
  const folders = spawnSync("systemd-tmpfiles", [`--root=${root}`, "--create", "passdeck.conf"], {
    encoding: "utf8",
  });
  expect([folders.status, folders.stderr]).toEqual([0, ""]);
  expect(readdirSync(join(root, "var/lib")).sort()).toEqual(["passdeck", "passdeck-roms"]);
});

test.each([
  ["/opt/passdeck/x.mjs", "/opt/passdeck/x.mjs"],
  ["/opt/100% $HOME/x", '"/opt/100%% $$HOME/x"'],
  ['/opt/"q\\', '"/opt/\\"q\\\\"'],
])("%s is in a unit %s", (path, word) => expect(unitWord(path)).toBe(word));

test("a program that the service's user could not reach is refused", () => {
  const folder = join(temporaryFolder(), "closed");
  mkdirSync(folder);
  writeFileSync(join(folder, "passdeck.mjs"), "");
  chmodSync(folder, 0o700);
  expect(() => refuseHiddenProgram([join(folder, "passdeck.mjs")], "passdeck")).toThrow("closed to others");
  expect(() => refuseHiddenProgram(["/bin/sh"], "passdeck")).not.toThrow();
});
