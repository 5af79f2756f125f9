import { exportDefinition } from "../create/export/export-definition";
import { exportFormatNames, exportFormats } from "../create/export-format.schema";
import { readInput } from "./read-input";
import type { Subcommand } from "./subcommand";

/** `passdeck export FORMAT`: a definition from standard input in another program's format, with what that can't say. */
export const exportCommand: Subcommand = {
  usage: "export",
  summary: "turn a definition into another program's format",
  define(command) {
    for (const format of exportFormats) {
      command
        .command(format)
        .description(`write a definition from standard input as ${exportFormatNames[format]}`)
        .option("--json", "print JSON: the text, a name for its file, and the notes on what is not in it")
        .helpCommand(false)
        .action(async ({ json = false }: { json?: boolean }) => {
          const exported = exportDefinition((await readInput("a VM's definition")).toString("utf8"), format);
          process.stdout.write(json ? `${JSON.stringify(exported, null, 2)}\n` : exported.text);
        });
    }
  },
};
