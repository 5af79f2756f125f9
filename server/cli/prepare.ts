import { InvalidArgumentError } from "commander";
import { AppError } from "../errors";
import { need } from "../host/ability";
import type { Host } from "../host/host";
import { withHost } from "../host/open-host";
import { hostChangeOf, type WishedChange, wishedChangeSchema } from "../prepare/change.schema";
import type { LineChange } from "../prepare/kernel-line/line-change";
import {
  type LookingGlassFiles,
  lookingGlassFilesSchema,
} from "../prepare/looking-glass/looking-glass-files.schema";
import { type PreparePlan, planPrepare } from "../prepare/plan";
import { readPrepareHost } from "../prepare/read-prepare-host";
import type { NeededDevice } from "../prepare/refuse-needed";
import { changeTitle } from "../work/prepare/change-title";
import { targetOf } from "../work/prepare/host-now";
import { neededDevices } from "../work/prepare/needed-devices";
import { scriptOf } from "../work/prepare/script-of";
import { unifiedDiff } from "../xml/unified-diff";
import { applyChange } from "./apply-change";
import { judgedReport } from "./inspect";
import { withOwnState } from "./own-database";
import type { Subcommand } from "./subcommand";

interface Options {
  root: string;
  json?: boolean;
  apply?: boolean;
  script?: boolean;
  add: string[];
  remove: string[];
  vfio: string[];
  return: string[];
  vfioId: string[];
  removeVfioId: string[];
  override: [string, string][];
  earlyModules?: boolean;
  softdep: string[];
  blacklist: string[];
  unblacklist: string[];
  loadModule: string[];
  removeModule: string[];
  hugepages?: LineChange["hugePages"];
  lookingGlass?: LookingGlassFiles;
}

const noWish = wishedChangeSchema.parse({});

/**
 * `passdeck prepare [--root DIR] CHANGE… [--json]`: what a change of the host's boot takes. It changes nothing, but with
 * `--apply`, which carries it out on the machine itself.
 */
export const prepare: Subcommand = {
  usage: "prepare",
  summary: "show what a change of the host's boot takes: files with what they become, and commands",
  define(command) {
    command
      .option("--root <dir>", "a captured host: its folder, or the file that `passdeck capture` wrote", "/")
      .option(
        "--add <parameter>",
        "a parameter of the kernel, such as iommu=pt; may be repeated",
        collected,
        [],
      )
      .option("--remove <parameter>", "one that is to go: name=value, or a name for any value", collected, [])
      .option("--vfio-id <vendor:device>", "have vfio-pci take all devices of this id", collectedId, [])
      .option("--remove-vfio-id <vendor:device>", "take this id out of vfio-pci's list", collectedId, [])
      .option(
        "--vfio <address>",
        "have vfio-pci take this device alone, before any driver",
        collectedAddress,
        [],
      )
      .option(
        "--return <address>",
        "have vfio-pci take this device no longer, as far as Passdeck had it do so",
        collectedAddress,
        [],
      )
      .option(
        "--override <address=driver>",
        "have driverctl give a device to a driver",
        collectedOverride,
        [],
      )
      .option(
        "--early-modules",
        "load vfio-pci and what it needs in the initial RAM disk, before other drivers",
      )
      .option("--softdep <module>", "have vfio-pci loaded before this module", collectedModule, [])
      .option("--blacklist <module>", "load this module for no device by itself", collectedModule, [])
      .option("--unblacklist <module>", "load it by itself again", collectedModule, [])
      .option("--load-module <module>", "load this module at every boot", collectedModule, [])
      .option(
        "--remove-module <module>",
        "take this module out of all lists of modules to load",
        collectedModule,
        [],
      )
      .option("--hugepages <size=count>", "huge pages: 1G=16, 2M=8192", hugePages)
      .option(
        "--looking-glass <memory=user>",
        "the files for Looking Glass: shm=ada, or of the module with its size in MiB: kvmfr:64=ada",
        lookingGlass,
      )
      .option("--apply", "carry it out on this machine, as the page does")
      .option("--script", "as a shell script, which does it and takes it back")
      .option("--json", "as JSON")
      .action(async (options: Options) => {
        const wish = wishOf(options);
        if (options.script) {
          process.stdout.write(await withHost(options.root, (host) => scripted(host, wish), "etc"));
          return;
        }
        const plan = await withHost(options.root, (host) => planned(host, wish, options), "etc");
        const { steps, commands, refused } = plan;
        process.stdout.write(
          options.json ? `${JSON.stringify({ steps, commands, refused }, null, 2)}\n` : planText(plan),
        );
        if (options.apply && !options.json)
          process.stdout.write("It is done, and counts from the next start on.\n");
      });
  },
};

/** The plan, which is carried out when this resolves where that was asked for. */
async function planned(host: Host, wish: WishedChange, { apply }: Options): Promise<PreparePlan> {
  const needed = await neededOn(host);
  const plan = planPrepare(await readPrepareHost(need(host.files), needed), hostChangeOf(wish));
  if (apply) await withOwnState((state) => applyChange(state, { host, needed, by: "root" }, wish));
  return plan;
}

/** @throws AppError where there is nothing to write a script of. */
async function scripted(host: Host, wish: WishedChange): Promise<string> {
  const { refused, ...plan } = planPrepare(
    await readPrepareHost(need(host.files), await neededOn(host)),
    hostChangeOf(wish),
  );
  if (refused !== null) throw new AppError("conflict", { userMessage: refused.reason });
  const commandLine = (await need(host.files).readText("proc/cmdline")) ?? "";
  const script = scriptOf(
    { ...plan, refused, trial: null },
    {
      title: changeTitle(wish),
      commandLine,
      target: await targetOf(need(host.files)),
    },
  );
  if (script === null) throw new AppError("conflict", { userMessage: "Nothing has to be changed." });
  return script;
}

/** Of a root that holds no devices none are known. */
async function neededOn(host: Host): Promise<NeededDevice[]> {
  if ((await need(host.files).list("sys/bus/pci/devices")).length === 0) return [];
  return neededDevices(await judgedReport(host));
}

function wishOf(options: Options): WishedChange {
  const { add, remove, vfioId, hugepages = null } = options;
  return {
    ...noWish,
    add,
    remove,
    addIds: vfioId,
    removeIds: options.removeVfioId,
    hugePages: hugepages,
    vfioAddresses: options.vfio,
    returnAddresses: options.return,
    overrides: Object.fromEntries(options.override),
    earlyVfio: options.earlyModules ?? false,
    softdeps: options.softdep,
    blacklist: options.blacklist,
    unblacklist: options.unblacklist,
    loadModules: options.loadModule,
    removeModules: options.removeModule,
    lookingGlass: options.lookingGlass ?? null,
  };
}

function collectedAddress(value: string, before: string[]): string[] {
  if (!/^[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/i.test(value))
    throw new InvalidArgumentError("It has to be a device's address: 0000:01:00.0.");
  return [...before, value.toLowerCase()];
}

function collectedOverride(value: string, before: [string, string][]): [string, string][] {
  const [address = "", driver = ""] = value.split("=");
  collectedAddress(address, []);
  return [...before, [address.toLowerCase(), collectedModule(driver, [])[0] ?? ""]];
}

function collectedModule(value: string, before: string[]): string[] {
  if (!/^[\w-]{1,64}$/.test(value))
    throw new InvalidArgumentError("It has to be the name of a module or driver.");
  return [...before, value];
}

function collected(value: string, before: string[]): string[] {
  if (/[\r\n\0]/.test(value) || value.trim() === "") throw new InvalidArgumentError("It has to be one word.");
  return [...before, value];
}

function collectedId(value: string, before: string[]): string[] {
  if (!/^[0-9a-f]{4}:[0-9a-f]{4}$/i.test(value))
    throw new InvalidArgumentError("It has to be vendor and device in hexadecimal: 10de:2684.");
  return [...before, value.toLowerCase()];
}

function lookingGlass(value: string): LookingGlassFiles {
  const [, memory, mebibytes = "32", user] = /^(\w+)(?::(\d{1,4}))?=(.*)$/.exec(value) ?? [];
  const files = lookingGlassFilesSchema.safeParse({ memory, mebibytes: Number(mebibytes), user });
  if (files.data !== undefined) return files.data;
  throw new InvalidArgumentError(
    "It has to be shm=USER, or kvmfr:MIB=USER with a power of two: kvmfr:64=ada.",
  );
}

function hugePages(value: string): LineChange["hugePages"] {
  const match = /^(\d+[KMG])=(\d{1,9})$/i.exec(value);
  if (match === null) throw new InvalidArgumentError("It has to be a size and a count: 1G=16.");
  return { size: match[1]?.toUpperCase() ?? "", count: Number(match[2]) };
}

function planText({ steps, commands, refused }: PreparePlan): string {
  if (refused !== null)
    return `Refused: ${refused.reason}\n${refused.instead === null ? "" : `${refused.instead}\n`}`;
  if (steps.length + commands.length === 0) return "Nothing has to be changed.\n";
  const files = steps.map(({ file, before, after }) => `${file}\n${unifiedDiff(before ?? "", after)}`);
  return [...files, ...commands.map((words) => `Run: ${words.join(" ")}`)].join("\n").concat("\n");
}
