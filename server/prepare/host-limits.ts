import { kernelParameter } from "../host/kernel-parameters";
import { readCpuSet } from "../units/cpu-set.schema";
import { changedLine } from "./kernel-line/change-line";
import { plainDialect } from "./kernel-line/dialect";
import { EditedLine } from "./kernel-line/edit-line";
import { pageBytes } from "./kernel-line/huge-pages";
import type { LineChange } from "./kernel-line/line-change";
import type { PrepareFiles } from "./prepare-files";
import { Refused } from "./refused";

/** What a host needs for itself besides huge pages: with less it ran out of memory (ubicloud 5996). */
const ownMemory = 2 * 1024 ** 3;
const gibibyte = 1024 ** 3;

/**
 * Refuses what would leave the host without memory or without a CPU. What is not known of it refuses nothing.
 * @throws Refused
 */
export function refuseBeyondHost(files: PrepareFiles, change: LineChange): void {
  refuseMemory(files, change);
  refuseLength(files, change);
  for (const word of change.add) refuseAllCpus(files, word);
}

function refuseMemory(files: PrepareFiles, { hugePages }: LineChange): void {
  if (hugePages === null) return;
  const kibibytes = /^MemTotal:\s+(\d+) kB$/m.exec(files.text("proc/meminfo") ?? "")?.[1];
  if (kibibytes === undefined) return;
  const memory = Number(kibibytes) * 1024;
  const pages = pageBytes(hugePages.size) * hugePages.count;
  if (pages <= memory - ownMemory) return;
  throw new Refused(
    `${text(pages)} of huge pages on a host with ${text(memory)} leave too little for the host: it needs 2 GiB at least.`,
  );
}

/** COMMAND_LINE_SIZE of x86 and arm64, less its final NUL (asm/setup.h): what is beyond is cut off without a word. */
const mostCharacters = 2047;

function refuseLength(files: PrepareFiles, change: LineChange): void {
  const running = files.text("proc/cmdline")?.trim() ?? "";
  const { length } = changedLine(new EditedLine(running, plainDialect), change).text;
  if (length <= mostCharacters || length <= running.length) return;
  throw new Refused(
    `The kernel’s line would have ${length} characters, and the kernel reads ${mostCharacters} of them: the last words would be lost. Take words off it first.`,
  );
}

function text(bytes: number): string {
  return `${Math.round((bytes / gibibyte) * 10) / 10} GiB`;
}

const takesCpus = new Set(["isolcpus", "nohz_full"]);

/** Flags may stand in front of the list: "managed_irq,domain,2-7" (kernel-parameters.txt). */
function refuseAllCpus(files: PrepareFiles, word: string): void {
  const { name, value } = kernelParameter(word);
  if (!takesCpus.has(name)) return;
  const present = readCpuSet(files.text("sys/devices/system/cpu/present")?.trim() ?? "");
  const list = value.replace(/^(?:[a-z_]+,)+/, "").replaceAll("N", String(present?.at(-1) ?? "N"));
  const cpus = readCpuSet(list);
  if (present === null || cpus === null) return;
  if (present.every((cpu) => cpus.includes(cpu)))
    throw new Refused(`${word} would leave no CPU for the host, which has ${present.length}.`);
}
