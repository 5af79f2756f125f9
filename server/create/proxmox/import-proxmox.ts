import { AppError } from "../../errors";
import type { ImportHost, TextImport } from "../qemu-command/draft";
import { entryOf } from "../qemu-command/entry-of";
import { finishSpecification } from "../qemu-command/finish";
import { noteUnread } from "../qemu-command/notes";
import { optionsOf } from "../qemu-command/option-list";
import { readOptions } from "../qemu-command/read-options";
import { commandsOf } from "../qemu-command/shell/commands";
import { setBootOrder } from "./boot";
import type { ConfLine } from "./conf-line";
import { deviceKeys } from "./device-keys";
import { driveKeys } from "./drive-keys";
import { machineKeys } from "./machine-keys";
import { processorKeys } from "./processor-keys";
import { ProxmoxDraft, type ReadLine } from "./proxmox-draft";
import { type ProxmoxConf, readConf } from "./read-conf";
import { systemKeys } from "./system-keys";

const readers: Readonly<Record<string, ReadLine>> = {
  ...machineKeys,
  ...processorKeys,
  ...systemKeys,
  ...driveKeys,
  ...deviceKeys,
};

/** Keys on which the meaning of others hangs, and those that hang on others. */
const first = ["arch", "machine", "bios", "ostype", "cores", "sockets", "memory", "vga"];
const last = ["affinity", "vcpus", "balloon"];

/**
 * Reads a VM's configuration of Proxmox VE's (qm.conf(5)) as a specification. Nothing is dropped in silence: a key or
 * property that no reader takes is in the notes.
 * @throws AppError "bad-input" where it is none, or one of a container's.
 */
export function importProxmox(text: string, host: Partial<ImportHost> = {}): TextImport {
  const conf = readConf(text);
  refuseOthers(conf);
  const draft = new ProxmoxDraft(host);
  // What Proxmox takes where nothing is said.
  Object.assign(draft.vm, {
    machine: "i440fx",
    firmware: { kind: "bios" },
    tablet: true,
    serialConsole: false,
  });
  Object.assign(draft.memory, { bytes: 512 * 2 ** 20, balloon: true });
  draft.cpu.model = { kind: "named", name: "kvm64" };
  draft.scsiController = conf.lines.find(({ name }) => name === "scsihw")?.value ?? "lsi";
  for (const line of inOrder(conf.lines)) readerOf(line)?.(draft, line);
  setBootOrder(
    draft,
    conf.lines.find(({ name }) => name === "boot"),
  );
  readArguments(draft, conf);
  for (const { line, reason } of conf.notes) draft.note(line, reason);
  noteRest(draft, conf);
  noteUnread(draft, conf.lines, {});
  draft.vm.video ??= "vga";
  return { specification: finishSpecification(draft, []), notes: draft.notes };
}

function readerOf(line: ConfLine): ReadLine | undefined {
  return entryOf(readers, line.name) ?? entryOf(readers, line.kindOfKey);
}

function inOrder(lines: readonly ConfLine[]): ConfLine[] {
  const rank = ({ name }: ConfLine) =>
    first.includes(name) ? first.indexOf(name) - first.length : last.includes(name) ? 1 : 0;
  const byNumber = (one: ConfLine, other: ConfLine) =>
    one.kindOfKey === other.kindOfKey ? one.number - other.number : 0;
  return lines.toSorted((one, other) => rank(one) - rank(other) || byNumber(one, other));
}

/** What is handed to QEMU as it is, read as its command's options are. */
function readArguments(draft: ProxmoxDraft, { lines }: ProxmoxConf) {
  const line = lines.find(({ name }) => name === "args");
  if (line === undefined) return;
  const words = commandsOf(`kvm ${line.takeAll()}`).commands[0]?.slice(1) ?? [];
  const { options, strays } = optionsOf(words, line.position);
  readOptions(draft, options);
  noteUnread(draft, options);
  for (const word of strays) draft.note(line, `${word} is no option of QEMU's.`);
}

function noteRest(draft: ProxmoxDraft, { description, sections }: ProxmoxConf) {
  const [title = "", ...more] = description.split("\n");
  if (title !== "") draft.vm.title = title.slice(0, 200).trim();
  if (more.length > 0 || title.length > 200)
    draft.noteAtEnd("description", "Only its first line is kept, as the VM's title.");
  for (const section of sections)
    draft.noteAtEnd(
      `[${section}]`,
      section === "PENDING"
        ? "Changes that wait for the VM's next start in Proxmox are not imported."
        : section === "special:cloudinit"
          ? "Settings of cloud-init are not imported."
          : `The snapshot ${section} is not imported.`,
    );
}

/** Keys that only containers have. */
const ofContainers = ["rootfs", "unprivileged", "swap", "hostname"];

function refuseOthers({ lines }: ProxmoxConf) {
  if (lines.some(({ name }) => ofContainers.includes(name))) {
    throw new AppError("bad-input", {
      userMessage:
        "This is the configuration of a container (LXC), which is no VM. Paste one of /etc/pve/qemu-server.",
    });
  }
  if (lines.some((line) => readerOf(line) !== undefined)) return;
  throw new AppError("bad-input", {
    userMessage:
      "This is not a VM's configuration of Proxmox VE: it has none of its keys (cores, memory, scsi0: …).",
  });
}
