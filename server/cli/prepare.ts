import { InvalidArgumentError } from "commander";
import { need } from "../host/ability";
import { withHost } from "../host/open-host";
import { type LineChange, noLineChange } from "../prepare/kernel-line/line-change";
import { type PreparePlan, planPrepare } from "../prepare/plan";
import { readPrepareHost } from "../prepare/read-prepare-host";
import { unifiedDiff } from "../xml/unified-diff";
import type { Subcommand } from "./subcommand";

interface Options {
  root: string;
  json?: boolean;
  add: string[];
  remove: string[];
  vfioId: string[];
  hugepages?: LineChange["hugePages"];
}

/** `passdeck prepare [--root DIR] CHANGE… [--json]`: what a change of the host's boot takes. It changes nothing. */
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
      .option("--hugepages <size=count>", "huge pages: 1G=16, 2M=8192", hugePages)
      .option("--json", "as JSON")
      .action(async ({ root, json, add, remove, vfioId, hugepages }: Options) => {
        const change = { ...noLineChange, add, remove, addIds: vfioId, hugePages: hugepages ?? null };
        const plan = await withHost(
          root,
          async ({ files }) => planPrepare(await readPrepareHost(need(files)), change),
          "etc",
        );
        process.stdout.write(json ? `${JSON.stringify(plan, null, 2)}\n` : planText(plan));
      });
  },
};

function collected(value: string, before: string[]): string[] {
  if (/[\r\n\0]/.test(value) || value.trim() === "") throw new InvalidArgumentError("It has to be one word.");
  return [...before, value];
}

function collectedId(value: string, before: string[]): string[] {
  if (!/^[0-9a-f]{4}:[0-9a-f]{4}$/i.test(value))
    throw new InvalidArgumentError("It has to be vendor and device in hexadecimal: 10de:2684.");
  return [...before, value.toLowerCase()];
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
