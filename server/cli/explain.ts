import { explainTrouble } from "../fleet/trouble/explain-trouble";
import { type Trouble, type TroubleLookup, unknownHost } from "../fleet/trouble/trouble";
import { troubleLookup } from "../fleet/trouble/trouble-lookup";
import { need } from "../host/ability";
import { withHost } from "../host/open-host";
import { readHostReport } from "../pci/read-host-report";
import { readInput } from "./read-input";
import type { Subcommand } from "./subcommand";

/** `passdeck explain [--root DIR] [--json]`: what an error or a log from standard input means. A text that is not known is no failure. */
export const explain: Subcommand = {
  usage: "explain",
  summary: "say what an error of the kernel, QEMU or libvirt means, and what to do",
  define(command) {
    command
      .option("--root <dir>", "the host that it is of, for its devices' names: / or a captured one")
      .option("--json", "as JSON: message, fix and devices, or null where the text is not known")
      .action(async ({ root, json = false }: { root?: string; json?: boolean }) => {
        const text = (await readInput("an error")).toString("utf8");
        const trouble = explainTrouble(text, root === undefined ? unknownHost : await lookupOf(root));
        process.stdout.write(json ? `${JSON.stringify(trouble, null, 2)}\n` : inWords(trouble));
      });
  },
};

function lookupOf(root: string): Promise<TroubleLookup> {
  return withHost(root, async ({ files }) => troubleLookup(await readHostReport(need(files)), []));
}

function inWords(trouble: Trouble | null): string {
  return trouble === null ? "This text is not known.\n" : `${trouble.message}\n${trouble.fix}\n`;
}
