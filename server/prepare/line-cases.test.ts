import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { treeOf } from "../host/tree.test-data";
import type { HostChange } from "./change";
import { noLineChange } from "./kernel-line/line-change";
import { noModuleChange } from "./modules/plan/module-change";
import { notAllowed } from "./not-allowed.test-data";
import { planPrepare } from "./plan";
import { readPrepareHost } from "./read-prepare-host";

/* Files of strangers, with what a change has to make of them. */

interface GivenChange {
  add?: string[];
  remove?: string[];
  vfio_ids?: string[];
  vfio_ids_remove?: string[];
  hugepages?: { size: string; count: number };
  set?: Record<string, string>;
}

interface GivenCase {
  file: string;
  change: GivenChange;
  context?: Record<string, unknown>;
  expected_text: string;
  accept_also?: string[];
  instead?: Record<string, string>;
  regenerate: string[];
}

const folder = fileURLToPath(new URL("../../../shared/cases/host-files/", import.meta.url));
const given = existsSync(folder);
const read = <T>(name: string): T => JSON.parse(readFileSync(folder + name, "utf8"));
const places: Map<string, { path: string; distro: string }> = new Map(
  given
    ? read<{ file: string; path: string; distro: string }[]>("index.json").map((one) => [one.file, one])
    : [],
);

const kinds =
  /^(?:grub-|bls-entry|sdboot-entry|kernel-cmdline|kernelstub|limine|refind|extlinux|unraid|rpi|kargs-toml|nixos|grubenv|uki-conf)/;
const cases = (given ? read<GivenCase[]>("expected.json") : []).filter(
  ({ file, change }) =>
    kinds.test(file) && !Object.keys(change).some((key) => /^(?:modules|driver|softdep|blacklist)/.test(key)),
);

describe.runIf(given)("kernel lines of strangers", () => {
  test.each(
    cases.map(
      (one, index) => [`${index} ${one.file} ${JSON.stringify(one.change)}`.slice(0, 140), one] as const,
    ),
  )("%s", async (_, { file, change, context, expected_text, accept_also = [], instead = {}, regenerate }) => {
    const place = places.get(file);
    const path = (place?.path ?? "").replace(/^\//, "").replace("<machine-id>", "f".repeat(32));
    const text = readFileSync(folder + file, "utf8");
    const tree = {
      ...treeOfContext(context ?? {}, String(context?.distro ?? place?.distro)),
      [path]: text,
    };
    const plan = planPrepare(await readPrepareHost(await treeOf(tree), []), hostChange(change));
    expect(notAllowed(plan)).toEqual([]);
    const after = plan.steps.find((step) => step.file === `/${path}`)?.after ?? text;
    const right = expected_text === "refuse" ? [text] : [expected_text, ...accept_also];
    expect(right).toContain(after);
    if (expected_text === "refuse" && regenerate.length === 0) expect(plan.refused).not.toBeNull();
    for (const [name, content] of Object.entries(instead))
      expect(plan.steps).toContainEqual({ file: `/${name}`, before: null, after: content });
    if (expected_text !== "refuse" && after !== text)
      expect(plan.commands.map((words) => words.join(" "))).toEqual(
        regenerate.map((command) => command.replaceAll('"', "")),
      );
  });
});

function hostChange(change: GivenChange): HostChange {
  const set = Object.entries(change.set ?? {}).map(([name, value]) => `${name}=${value}`);
  const line = {
    ...noLineChange,
    add: [...(change.add ?? []), ...set],
    remove: change.remove ?? [],
    addIds: change.vfio_ids ?? [],
    removeIds: change.vfio_ids_remove ?? [],
    hugePages: change.hugepages ?? null,
  };
  return { line, modules: noModuleChange };
}

const stockGrub = 'GRUB_DEFAULT=0\nGRUB_CMDLINE_LINUX_DEFAULT="quiet splash"\nGRUB_CMDLINE_LINUX=""\n';

/** The rest of the host, as far as the case tells it. */
function treeOfContext(context: Record<string, unknown>, distro: string): Record<string, string> {
  const tree: Record<string, string> = { "etc/os-release": osRelease(distro) };
  for (const [key, value] of Object.entries(context)) {
    if (key === "memory_gib") tree["proc/meminfo"] = `MemTotal:       ${Number(value) * 1024 ** 2} kB\n`;
    else if (key === "cpus") tree["sys/devices/system/cpu/present"] = `0-${Number(value) - 1}\n`;
    else if (key === "preset")
      tree["etc/mkinitcpio.d/linux.preset"] = `${value}="/boot/EFI/Linux/arch.efi"\n`;
    else if (key.includes("/") && value !== "missing")
      tree[key] = value === "stock" ? stockGrub : String(value);
  }
  if (/proxmox/i.test(distro)) tree["etc/pve/.version"] = "";
  if (/manjaro/i.test(distro)) tree["usr/bin/update-grub"] = "";
  return tree;
}

function osRelease(distro: string): string {
  const [word = ""] = distro.toLowerCase().split(/[\s,(/]/);
  const ids: Record<string, string> = {
    proxmox: "debian",
    "debian-like": "debian",
    elementary: "elementary\nID_LIKE=ubuntu",
    unknown: "debian",
    "pop!_os": "pop",
    raspberry: "raspbian",
    holoiso: "arch",
  };
  return `ID=${ids[word] ?? word}\nPRETTY_NAME="${distro}"\n`;
}
