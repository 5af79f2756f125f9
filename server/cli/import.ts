import { buildDomain } from "../create/build-domain";
import { architectureOf } from "../create/domain/host-capabilities";
import { importText } from "../create/import-text";
import { archiveProblem } from "../create/refused-archive.schema";
import type { TextFormat } from "../create/text-format.schema";
import { AppError } from "../errors";
import { readInput } from "./read-input";
import type { Subcommand } from "./subcommand";

/** By the word behind `passdeck import`. */
const formats: Readonly<Record<string, { textFormat: TextFormat; what: string; description: string }>> = {
  qemu: {
    textFormat: "qemu-command",
    what: "a QEMU command",
    description: "read a QEMU command or a shell script with one from standard input",
  },
  proxmox: {
    textFormat: "proxmox",
    what: "a configuration of Proxmox VE",
    description: "read a VM's configuration of Proxmox VE (qm config) from standard input",
  },
};

/** `passdeck import FORMAT`: another program's VM from standard input as a definition, and what does not come along. */
export const importCommand: Subcommand = {
  usage: "import",
  summary: "turn another program's VM into a definition",
  define(command) {
    for (const [word, { textFormat, what, description }] of Object.entries(formats)) {
      command
        .command(word)
        .description(description)
        .option("--json", "print JSON: the definition and the notes on what is not in it")
        .helpCommand(false)
        .action(async ({ json = false }: { json?: boolean }) => {
          const { xml, notes } = read(await readInput(what), textFormat);
          if (json) return void process.stdout.write(`${JSON.stringify({ xml, notes }, null, 2)}\n`);
          process.stdout.write(xml);
          for (const { argument, reason } of notes) process.stderr.write(`${argument}\n  ${reason}\n`);
        });
    }
  },
};

function read(input: Buffer, textFormat: TextFormat) {
  const problem = archiveProblem(input);
  if (problem !== null) throw new AppError("bad-input", { userMessage: problem });
  const { specification, notes } = importText(input.toString("utf8"), textFormat);
  const xml = buildDomain(specification, { architecture: architectureOf(specification), kvm: true });
  return { xml, notes };
}
