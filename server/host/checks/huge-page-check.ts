import { type KernelParameter, parametersOfKernel } from "../kernel-parameters";
import type { Evidence } from "./check.schema";
import { type CheckSources, hugePageFile, hugePageSizes, paths } from "./check-sources";
import { onCommandLine, parametersNamed, wordOf } from "./evidence";
import { type Finding, type HostCheck, lineChange, passed, unknown } from "./host-check";
import { addKernelParameters } from "./instructions";
import { nodePageFile } from "./read-further";

const kibibyte = 1024;
const gibibyte = kibibyte ** 3;
/** What a host itself needs at the least: with less left it starts no programs any more (ubicloud/ubicloud 5996). */
const leastForHost = 2 * gibibyte;

interface Pages {
  /** Of one page. */
  bytes: number;
  count: number;
}

/** Whether guests' memory can be backed by huge pages, which spares the IOMMU and the CPU most look-ups. */
export const hugePages: HostCheck = {
  id: "hugepages",
  group: "memory",
  title: "Huge pages",
  why: "A VM's memory in large pages spares the CPU and the IOMMU most look-ups; pages that were reserved at boot are free of gaps.",
  look: pagesReserved,
};

function pagesReserved(sources: CheckSources): Finding {
  const beyond = beyondMemory(sources);
  const found = beyond ?? pagesFound(sources);
  return { ...found, evidence: [...evidenceOf(sources), ...(found.evidence ?? [])] };
}

function pagesFound(sources: CheckSources): Finding {
  const reserved = reservedPages(sources);
  if (reserved.length > 0) return judged(reserved, sources);
  const short = tooFew(reserved, sources);
  if (short !== null) return short;
  const mode = /\[(\w+)\]/.exec(sources.files.text(paths.transparentHugePages) ?? "")?.[1];
  const transparent = wordOf(paths.transparentHugePages, sources.files.word(paths.transparentHugePages));
  if (mode === "always" || mode === "madvise") {
    return passed(`Transparent huge pages are on (${mode}).`, transparent);
  }
  if (mode === undefined) {
    return unknown("The kernel does not report it.");
  }
  return {
    status: "warn",
    detail: "None are reserved and transparent huge pages are off, so a VM with a GPU runs slower.",
    fix: `Run “echo madvise > /sys/kernel/mm/transparent_hugepage/enabled”. To have it at every boot: ${addKernelParameters(["transparent_hugepage=madvise"], sources.setup)}`,
    evidence: transparent,
    change: lineChange(["transparent_hugepage=madvise"]),
  };
}

/** The kernel's line is believed by nobody who has less memory: the host runs out of it while it boots. */
function beyondMemory({ commandLine, memoryBytes }: CheckSources): Finding | null {
  const asked = askedPages(parametersOfKernel(commandLine));
  const bytes = asked.reduce((sum, pages) => sum + pages.bytes * pages.count, 0);
  if (memoryBytes === 0 || bytes <= memoryBytes - leastForHost) return null;
  return {
    status: "warn",
    detail: `The kernel command line asks for ${asked.map(inWords).join(" and ")}, ${(bytes / gibibyte).toFixed(1)} GiB of the host's ${(memoryBytes / gibibyte).toFixed(1)} GiB.`,
    fix: "Ask for fewer: leave the host at least 2 GiB, more with ZFS. Such a host may not start any more.",
  };
}

/** What the line asks for, and what each pool has; by memory node where there are several. */
function evidenceOf(sources: CheckSources): Evidence[] {
  const { files, further } = sources;
  const asked = parametersNamed(sources, "default_hugepagesz", "hugepagesz", "hugepages");
  const sizes = hugePageSizes.filter((size) => countOf(files.word(hugePageFile(size))) > 0);
  const places =
    further.nodes.length > 1
      ? sizes.flatMap((size) =>
          further.nodes.map((node) => [nodePageFile(node, size), further.second] as const),
        )
      : sizes.map((size) => [hugePageFile(size), files] as const);
  return [
    ...onCommandLine(asked),
    ...places.flatMap(([path, read]) => wordOf(path, read.word(path))).slice(0, 8),
  ];
}

/** Each size has a pool of its own; nr_hugepages of /proc/sys is the default size's alone (hugetlbpage.rst). */
function reservedPages({ files }: CheckSources): Pages[] {
  const pools = hugePageSizes.map((kibibytes) => ({
    bytes: kibibytes * kibibyte,
    count: countOf(files.word(hugePageFile(kibibytes))),
  }));
  const found = pools.filter(({ count }) => count > 0);
  const ofDefaultSize = countOf(files.word(paths.hugePages));
  return found.length === 0 && ofDefaultSize > 0 ? [{ bytes: 2048 * kibibyte, count: ofDefaultSize }] : found;
}

function judged(reserved: readonly Pages[], sources: CheckSources): Finding {
  const short = tooFew(reserved, sources);
  if (short !== null) return short;
  const detail = `Reserved: ${reserved.map(inWords).join(" and ")}.`;
  const left = sources.memoryBytes - reserved.reduce((sum, { bytes, count }) => sum + bytes * count, 0);
  if (sources.memoryBytes === 0 || left >= leastForHost) return { status: "pass", detail, fix: null };
  return {
    status: "warn",
    detail: `${detail} That leaves the host ${(Math.max(0, left) / gibibyte).toFixed(1)} GiB, too little to run.`,
    fix: "Reserve fewer: leave the host at least 2 GiB, more with ZFS.",
  };
}

/** The kernel reserves as many as it finds room for, and says nothing of the rest. */
function tooFew(reserved: readonly Pages[], sources: CheckSources): Finding | null {
  const asked = askedPages(parametersOfKernel(sources.commandLine));
  const short = asked.find(
    ({ bytes, count }) => count > (reserved.find((pages) => pages.bytes === bytes)?.count ?? 0),
  );
  if (short === undefined || reserved.length + asked.length === 0) return null;
  const found = reserved.find(({ bytes }) => bytes === short.bytes)?.count ?? 0;
  if (!hasPool(short.bytes, sources)) return null;
  return {
    status: "warn",
    detail: `The kernel command line asks for ${inWords(short)}, and ${found} could be reserved.`,
    fix: "Ask for fewer, or reboot: pages of 1 GiB can be found only while the host boots. The CPU has to offer their size (pdpe1gb for 1 GiB).",
  };
}

function hasPool(bytes: number, { files }: CheckSources): boolean {
  return files.text(hugePageFile(bytes / kibibyte)) !== null;
}

/** Pairs of hugepagesz= and hugepages=, in this order; what comes before any is of the default size. */
export function askedPages(parameters: readonly KernelParameter[]): Pages[] {
  let bytes = sizeOf(parameters.find(({ name }) => name === "default_hugepagesz")?.value ?? "2M");
  const asked: Pages[] = [];
  for (const { name, value } of parameters) {
    if (name === "hugepagesz") bytes = sizeOf(value);
    if (name === "hugepages") asked.push({ bytes, count: countAsked(value) });
  }
  return asked;
}

/** "16", or by node: "0:8,1:8". */
function countAsked(value: string): number {
  return value
    .split(",")
    .map((part) => countOf(part.slice(part.indexOf(":") + 1)))
    .reduce((sum, count) => sum + count, 0);
}

function sizeOf(text: string): number {
  const [, digits = "0", unit = ""] = /^(\d{1,6})([KMG]?)$/i.exec(text) ?? [];
  const factor = { "": 1, K: kibibyte, M: kibibyte ** 2, G: gibibyte }[unit.toUpperCase()] ?? 1;
  return Number(digits) * factor;
}

function countOf(text: string | null): number {
  return Number(/^\d{1,9}$/.exec(text ?? "")?.[0] ?? 0);
}

function inWords({ bytes, count }: Pages): string {
  const size = bytes >= gibibyte ? `${bytes / gibibyte} GiB` : `${bytes / kibibyte ** 2} MiB`;
  return `${count} huge ${count === 1 ? "page" : "pages"} of ${size}`;
}
