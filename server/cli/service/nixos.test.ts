import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { romFolder, stateFolder, webUnit } from "./service-units";

const folder = new URL("../../../packages/nixos/", import.meta.url).pathname;
const nix = ["--parse", `${folder}passdeck.nix`, `${folder}package.nix`];

/** What the unit of `passdeck install` gives its service, by name; what is there twice adds up. */
function unitSettings(): Record<string, string> {
  const [, text = ""] =
    /\[Service\]\n([\s\S]*)\[Install\]/.exec(webUnit({ node: "", passdeck: "" }, "")) ?? [];
  const settings: Record<string, string> = {};
  for (const [, name = "", value = ""] of text.matchAll(/^(\w+)=(.*)$/gm))
    settings[name] = name in settings ? `${settings[name]} ${value}` : value;
  return settings;
}

/** What the module gives its. */
function moduleSettings(): Record<string, string> {
  const [, text = ""] =
    /serviceConfig = \{\n([\s\S]*?)\n {6}\};/.exec(readFileSync(`${folder}passdeck.nix`, "utf8")) ?? [];
  const settings: Record<string, string> = {};
  for (const [, name = "", value = ""] of text.matchAll(/^ {8}(\w+) = (\[[^\]]*\]|[^;]*);$/gm))
    settings[name] = value
      .replaceAll(/\$\{cfg\.dataDir\}|cfg\.dataDir/g, stateFolder)
      .replaceAll("cfg.user", "passdeck")
      .replaceAll(/["[\]]/g, "")
      .trim()
      .replaceAll(/\s+/g, " ")
      .replace(/^true$/, "yes");
  return settings;
}

describe("the module for NixOS", () => {
  test("closes its service in as `passdeck install` does", () => {
    const { Environment, ExecStart, ...unit } = unitSettings();
    const { ExecStart: start, ...own } = moduleSettings();
    expect(Object.keys(unit).length).toBeGreaterThan(20);
    expect(unit.ReadWritePaths).toBe(`${stateFolder} ${romFolder}`);
    expect(own).toEqual(unit);
    expect(Environment).toContain("PASSDECK_LIBVIRT=qemu:///system");
    expect([ExecStart, start]).toEqual([expect.stringMatching(/ serve$/), expect.stringMatching(/ serve$/)]);
  });

  test.runIf(spawnSync("nix-instantiate", ["--version"]).status === 0)("is Nix's language", () => {
    const { status, stderr } = spawnSync("nix-instantiate", nix, { encoding: "utf8" });
    expect(status, stderr).toBe(0);
  });
});
