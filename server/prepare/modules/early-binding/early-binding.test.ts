import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { noModuleChange } from "../plan/module-change";
import { contextOf } from "../plan/module-change.test-data";
import { planModules } from "../plan/plan-modules";
import { bindingFiles } from "./binding-files";
import { bindingRules } from "./binding-rules";
import { boundDevices, withDevices } from "./bound-devices";

const card = { address: "0000:0b:00.0", id: "10de:2204" };
const sound = { address: "0000:0b:00.1", id: null };
const tools = ["initramfs-tools", "mkinitcpio", "dracut"] as const;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A host's /sys with one device, and a modprobe that only has to be there. */
function host(address: string, vendor: string, device: string) {
  const root = mkdtempSync(path.join(tmpdir(), "passdeck-binding-"));
  folders.push(root);
  const at = `${root}/sys/bus/pci/devices/${address}`;
  for (const folder of [at, `${root}/sys/bus/pci/drivers/vfio-pci`, `${root}/bin`])
    mkdirSync(folder, { recursive: true });
  writeFileSync(`${at}/vendor`, `${vendor}\n`);
  writeFileSync(`${at}/device`, `${device}\n`);
  writeFileSync(`${at}/driver_override`, "(null)\n");
  writeFileSync(`${root}/bin/modprobe`, "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  return { root, override: () => readFileSync(`${at}/driver_override`, "utf8").trim() };
}

/** The script of each tool that runs at boot, with what its initial RAM disk does with it, over this root. */
function run(tool: (typeof tools)[number], root: string): void {
  const place = { "initramfs-tools": "init-top", mkinitcpio: "initcpio/hooks", dracut: "passdeck-vfio.sh" }[
    tool
  ];
  const script = bindingFiles([card, sound], tool, false).find(({ file }) => file.includes(place));
  const text = script?.text.replaceAll("/sys/", `${root}/sys/`) ?? "exit 1";
  const lines = [
    "set -eu",
    `PATH=${root}/bin`,
    text,
    ...(tool === "mkinitcpio" ? ["run_earlyhook"] : []),
    "echo on",
  ];
  expect(execFileSync("/bin/sh", ["-c", lines.join("\n")], { encoding: "utf8" })).toBe("on\n");
}

test.each(tools)(
  "%s: a device gets vfio-pci, one that is not there does no harm, twice is as once",
  (tool) => {
    const { root, override } = host(card.address, "0x10de", "0x2204");
    run(tool, root);
    run(tool, root);
    expect(override()).toBe("vfio-pci");
    expect(readFileSync(`${root}/sys/bus/pci/drivers_probe`, "utf8")).toBe(`${card.address}\n`);
  },
);

test.each(tools)(
  "%s: another device at the address is left alone, as is one while vfio-pci can't be loaded",
  (tool) => {
    const moved = host(card.address, "0x144d", "0xa808");
    run(tool, moved.root);
    expect(moved.override()).toBe("(null)");
    const without = host(card.address, "0x10de", "0x2204");
    rmSync(`${without.root}/sys/bus/pci/drivers/vfio-pci`, { recursive: true });
    run(tool, without.root);
    expect(without.override()).toBe("(null)");
    expect(existsSync(`${without.root}/sys/bus/pci/drivers_probe`)).toBe(false);
  },
);

test("every file of ours is shell that both sh and bash read", () => {
  const scripts = tools
    .flatMap((tool) => bindingFiles([card], tool, false))
    .filter(({ file }) => !file.endsWith(".rules"));
  expect(scripts).toHaveLength(6);
  for (const { text } of scripts) {
    for (const shell of ["sh", "bash"]) execFileSync(shell, ["-n"], { input: text });
  }
});

test("rules name what they bind, and are read back", () => {
  const rules = bindingRules([card, sound]);
  expect(boundDevices(rules)).toEqual([card, sound]);
  expect(withDevices([sound], [card, { ...sound, id: "10de:1aef" }])).toEqual([
    card,
    { ...sound, id: "10de:1aef" },
  ]);
  expect(rules.split("\n")[1]).toBe(
    'ACTION=="add", SUBSYSTEM=="pci", KERNEL=="0000:0b:00.0", ATTR{vendor}=="0x10de", ATTR{device}=="0x2204", ' +
      'ATTR{driver_override}="vfio-pci", ATTR{subsystem/drivers_probe}="$kernel", RUN{builtin}+="kmod load vfio-pci"',
  );
});

test("a further device joins those that are bound, and mkinitcpio gets its hook before udev", () => {
  const change = (address: string) => ({ ...noModuleChange, vfioAddresses: [address] });
  const conf = "etc/mkinitcpio.conf";
  const context = contextOf("mkinitcpio");
  const first = planModules(
    { texts: new Map([[conf, "HOOKS=(base udev block)\n"]]), links: new Map() },
    change(card.address),
    context,
  );
  const texts = new Map(first.steps.map(({ file, after }) => [file, after]));
  expect(texts.get(conf)).toBe("HOOKS=(base passdeck-vfio udev block)\n");
  expect(planModules({ texts, links: new Map() }, change(card.address), context).steps).toEqual([]);
  const second = planModules({ texts, links: new Map() }, change(sound.address), context);
  expect(second.rebuild).toBe(true);
  for (const { file, after } of second.steps.filter(({ file }) => !file.includes("install"))) {
    expect([file, after]).toEqual([file, expect.stringContaining(card.address)]);
    expect(after).toContain(sound.address);
  }
});

test("below an image's /usr nothing is written: the rules themselves are packed", () => {
  const change = { ...noModuleChange, vfioAddresses: [card.address] };
  const { steps } = planModules({ texts: new Map(), links: new Map() }, change, {
    ...contextOf("dracut"),
    imageBased: true,
  });
  expect(steps.map(({ file }) => file)).toEqual([
    "etc/udev/rules.d/61-passdeck-vfio.rules",
    "etc/dracut.conf.d/91-passdeck-vfio-rules.conf",
  ]);
  expect(steps[1]?.after).toContain('install_items+=" /etc/udev/rules.d/61-passdeck-vfio.rules "');
});

test("a rival that mkinitcpio's systemd loads at the same time is said", () => {
  const plan = (hooks: string) =>
    planModules(
      {
        texts: new Map([["etc/mkinitcpio.conf", `MODULES=(nvidia_drm)\nHOOKS=(base ${hooks})\n`]]),
        links: new Map(),
      },
      { ...noModuleChange, vfioAddresses: [card.address] },
      { ...contextOf("mkinitcpio"), rivals: ["nvidia-drm"] },
    );
  expect(plan("systemd").refused?.reason).toContain("Take nvidia_drm out of MODULES");
  expect(plan("udev").refused).toBeNull();
});

test("scripts that have to be run are executable", () => {
  const files = planModules(
    { texts: new Map(), links: new Map() },
    { ...noModuleChange, vfioAddresses: [card.address] },
    contextOf("initramfs-tools"),
  );
  expect(files.steps.map(({ file, executable }) => [file, executable])).toEqual([
    ["etc/udev/rules.d/61-passdeck-vfio.rules", false],
    ["etc/initramfs-tools/scripts/init-top/00-passdeck-vfio", true],
    ["etc/initramfs-tools/hooks/passdeck-vfio", true],
  ]);
});
