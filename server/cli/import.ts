import { buildDomain } from "../create/build-domain";
import { architectureOf } from "../create/domain/host-capabilities";
import { importQemuCommand } from "../create/import-qemu-command";
import { readInput } from "./read-input";
import type { Subcommand } from "./subcommand";

/** `passdeck import qemu`: a QEMU command or script from standard input as a definition, and what does not come along. */
export const importCommand: Subcommand = {
  usage: "import",
  summary: "turn another program's VM into a definition",
  define(command) {
    command
      .command("qemu")
      .description("read a QEMU command or a shell script with one from standard input")
      .option("--json", "print JSON: the definition and the notes on what is not in it")
      .helpCommand(false)
      .action(async ({ json = false }: { json?: boolean }) => {
        const { xml, notes } = readQemu((await readInput("a QEMU command")).toString("utf8"));
        if (json) return void process.stdout.write(`${JSON.stringify({ xml, notes }, null, 2)}\n`);
        process.stdout.write(xml);
        for (const { argument, reason } of notes) process.stderr.write(`${argument}\n  ${reason}\n`);
      });
  },
};

function readQemu(text: string) {
  const { specification, notes } = importQemuCommand(text);
  const xml = buildDomain(specification, { architecture: architectureOf(specification), kvm: true });
  return { xml, notes };
}
