import type { Command } from "commander";
import { presetIds } from "../create/presets/preset-ids.schema";
import { readDomain } from "../domain/edit/read-domain";
import { refuseNewProblems } from "../domain/validate/schema-problems";
import { AppError } from "../errors";
import { withHost } from "../host/open-host";
import { refuseMalformed } from "../xml/well-formed";
import { serializeXml } from "../xml/xml";
import { readInput } from "./read-input";
import type { Subcommand } from "./subcommand";
import { applyEdits, type WantedEdit } from "./xml-edits";
import { decodeXml, encodeXml } from "./xml-text";

/**
 * `passdeck xml EDIT…`: edits a VM's definition from standard input to standard output, offline. It is checked against
 * the schema of this machine's libvirt.
 */
export const xml: Subcommand = {
  usage: "xml",
  summary: "edit a VM's definition from standard input to standard output",
  define(command) {
    const edits: WantedEdit[] = [];
    // Commander keeps no order among options, and edits are carried out in the order in which they are written.
    const edit = (flags: string, text: string, name: WantedEdit["name"]) => {
      command.option(flags, text);
      const option = command.options.at(-1);
      command.on(`option:${option?.name()}`, (value: string | null) => {
        edits.push({ name, value: value ?? !option?.negate });
      });
    };
    defineEdits(edit);
    command.action(async () => {
      if (edits.length === 0)
        throw new AppError("bad-input", { userMessage: `no edit is named; ${helpHint(command)}` });
      process.stdout.write(await editText(await readInput("a VM's definition"), edits));
    });
  },
};

function defineEdits(edit: (flags: string, text: string, name: WantedEdit["name"]) => void) {
  edit("--attach <address>", "give it a device of the host; repeat it for a card's functions", "attach");
  edit("--detach <address>", "take a device of the host from it", "detach");
  edit("--vcpus <count>", "give it so many vCPUs", "vcpus");
  edit("--memory <size>", "give it so much memory: 8GiB, 4096M", "memory");
  edit("--pin <vcpu=cpus>", "pin a vCPU to CPUs of the host: 2=0-3,8", "pin");
  edit("--unpin <vcpu>", "take a vCPU's pin back", "unpin");
  edit("--hugepages <size>", "back its memory with huge pages: 2MiB, 1GiB", "hugepages");
  edit("--no-hugepages", "take huge pages back", "hugepages");
  edit("--hide-kvm", "keep KVM's signature from the guest", "hideKvm");
  edit("--no-hide-kvm", "show KVM to the guest again", "hideKvm");
  edit("--preset <name>", `give it a preset's settings: ${presetIds.join(", ")}`, "preset");
  edit("--no-preset", "take a preset's settings back", "preset");
}

function helpHint(command: Command): string {
  return `${command.parent?.name() ?? ""} ${command.name()} --help lists them`;
}

async function editText(bytes: Buffer, edits: readonly WantedEdit[]): Promise<Buffer> {
  const source = decodeXml(bytes);
  const document = readDomain(source.text);
  await refuseMalformed(source.text);
  applyEdits(document, edits);
  const edited = serializeXml(document);
  await refuseNewProblems(source.text, edited, await withHost("/", async ({ schemas }) => schemas.value));
  return encodeXml(edited, source);
}
