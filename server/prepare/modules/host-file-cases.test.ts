import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { InitramfsTool } from "../../host/boot/boot-setup";
import { notAllowed } from "../not-allowed.test-data";
import { noModuleChange } from "./plan/module-change";
import { contextOf } from "./plan/module-change.test-data";
import { moduleFileFolders, moduleFilePaths } from "./plan/module-paths";
import { addToMainFile } from "./plan/plan-mkinitcpio";
import { planModules } from "./plan/plan-modules";

interface FileCase {
  file: string;
  change: {
    add?: string[];
    modules_early?: string[];
    modules_remove?: string[];
    modules_load?: string[];
    before?: string[];
    hooks_add?: string[];
    vfio_ids?: string[];
    vfio_ids_remove?: string[];
    softdep?: string[];
    blacklist?: string[];
    blacklist_remove?: string[];
    driver_override?: Record<string, string>;
    hugepages?: { size: string; count: number };
  };
  context?: { twins?: Record<string, number>; card_drivers?: string[]; memory_gib?: number };
  expected_text: string;
  accept_also?: string[];
  instead?: Record<string, string>;
  regenerate: string[];
}

const folder = fileURLToPath(new URL("../../../../shared/cases/host-files/", import.meta.url));
const given = existsSync(`${folder}expected.json`);

/** The kinds of files, with the tool that reads them into an initial RAM disk. */
const kinds: Readonly<Record<string, InitramfsTool>> = {
  modprobe: "initramfs-tools",
  "modules-load": "initramfs-tools",
  "initramfs-tools": "initramfs-tools",
  "mkinitcpio-conf": "mkinitcpio",
  "dracut-conf": "dracut",
  booster: "booster",
  driverctl: "initramfs-tools",
  sysctl: "initramfs-tools",
};

function read<T>(name: string): T[] {
  return given ? JSON.parse(readFileSync(folder + name, "utf8")) : [];
}

const places = new Map(
  read<{ file: string; path: string; symlink_target?: string }>("index.json").map((one) => [one.file, one]),
);
const cases = read<FileCase>("expected.json").filter(
  ({ file, change }) =>
    kindOf(file) !== undefined && change.add === undefined && change.hooks_add === undefined,
);

function kindOf(file: string): InitramfsTool | undefined {
  return kinds[file.split("/", 1)[0] ?? ""];
}

describe.runIf(given)("module files of strangers", () => {
  test.each(cases.map((one) => [`${one.file} ${JSON.stringify(one.change)}`, one] as const))(
    "%s",
    (_, one) => {
      const { change, context = {} } = one;
      const place = places.get(one.file);
      const path = place?.path.replace(/^\//, "") ?? "";
      const text = readFileSync(folder + one.file, "utf8");
      const target = place?.symlink_target === undefined ? null : "etc/modules";
      const memory = context.memory_gib;
      const plan = planModules(
        {
          texts: new Map([
            [path, target === null ? text : ""],
            ...(target === null ? [] : [[target, ""] as const]),
          ]),
          links: new Map(target === null ? [] : [[path, target]]),
        },
        {
          ...noModuleChange,
          earlyModules: change.modules_early ?? [],
          removeModules: change.modules_remove ?? [],
          loadModules: change.modules_load ?? [],
          softdeps: change.softdep ?? [],
          blacklist: { add: change.blacklist ?? [], remove: change.blacklist_remove ?? [] },
          vfioIds: { add: change.vfio_ids ?? [], remove: change.vfio_ids_remove ?? [] },
          overrides: new Map(Object.entries(change.driver_override ?? {})),
          hugePages:
            change.hugepages === undefined
              ? null
              : { count: change.hugepages.count, pageBytes: 2n * 1024n ** 2n },
        },
        {
          ...contextOf(kindOf(one.file) ?? null),
          rivals: change.before ?? context.card_drivers ?? [],
          twins: new Set(Object.keys(context.twins ?? {})),
          memory:
            memory === undefined
              ? null
              : { bytes: BigInt(memory) * 1024n ** 3n, defaultPageBytes: 2n * 1024n ** 2n },
        },
      );
      expect(
        notAllowed({ steps: plan.steps.map(({ file }) => ({ file: `/${file}` })), commands: [] }),
      ).toEqual([]);
      const others = Object.fromEntries(
        plan.steps.filter(({ file }) => file !== path).map(({ file, after }) => [file, after]),
      );
      if (one.expected_text === "refuse" && one.instead === undefined) {
        expect(plan.refused).not.toBeNull();
        return;
      }
      expect(plan.refused).toBeNull();
      expect([...moduleFilePaths, ...moduleFileFolders]).toContainEqual(
        expect.toSatisfy((known: string) => path === known || path.startsWith(`${known}/`)),
      );
      // A link is left alone, and a file of our own does it.
      const after = plan.steps.find(({ file }) => file === path)?.after ?? text;
      expect([target === null ? one.expected_text : text, ...(one.accept_also ?? [])]).toContain(after);
      expect(others).toEqual(one.instead ?? {});
      const rebuilds = one.regenerate.some((command) => !command.startsWith("sysctl"));
      expect(plan.rebuild).toBe(rebuilds);
    },
  );

  test("hooks that a drop-in sets anew are not added to the main file in vain", () => {
    const path = "etc/mkinitcpio.conf.d/moeOS-override.conf";
    const dropIn = readFileSync(`${folder}mkinitcpio-conf/06-arch-dropin-overrides-hooks.conf`, "utf8");
    const wanted = { early: ["resume"], before: [] };
    const edit = addToMainFile("HOOKS=(base udev)\n", "HOOKS", wanted, [[path, dropIn]]);
    expect(edit).toMatchObject({
      reason: `HOOKS is set in /${path} as well, which is read after /etc/mkinitcpio.conf.`,
      instead: { text: `HOOKS=(resume "\${HOOKS[@]}")\n` },
    });
  });
});
