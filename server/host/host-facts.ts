import type { BootSetup } from "./boot/boot-setup";
import { parseCpuInfo } from "./cpu-info";
import type { HostFiles } from "./host-files";
import { distributionOf } from "./os-release";
import { plainText } from "./plain-text";

const dmi = "sys/class/dmi/id";
const dmiNames = ["sys_vendor", "product_name", "board_vendor", "board_name"].map((name) => `${dmi}/${name}`);

/** What {@link hostFactsOf} needs read. */
export const hostBatch = {
  texts: [
    ...dmiNames,
    "proc/cpuinfo",
    "proc/meminfo",
    "proc/sys/kernel/osrelease",
    "proc/version",
    "etc/os-release",
    "usr/lib/os-release",
  ],
};

/** Placeholders that mainboard makers leave in the firmware's tables. */
const unfilled =
  /^(all series|to be filled by o\.?e\.?m\.?|default string|system (manufacturer|product name)|not (applicable|specified)|o\.?e\.?m\.?|n\/a|none|unknown|x\.x|0)$/i;

/** What a host is and how it boots, from the files of {@link hostBatch}. */
export function hostFactsOf(files: HostFiles, boot: BootSetup) {
  const cpu = parseCpuInfo(files.text("proc/cpuinfo") ?? "");
  return {
    cpu: shown(cpu.model),
    cpuVendor: cpu.vendor,
    cpuThreads: cpu.threads,
    kernel: kernelReleaseOf(files),
    distribution: shown(
      distributionOf(files.text("etc/os-release") ?? files.text("usr/lib/os-release") ?? ""),
    ),
    bootLoader: boot.loader,
    initramfs: boot.initramfs,
    memoryBytes: memoryOf(files.text("proc/meminfo") ?? ""),
    machine: machineOf(files),
  };
}

function shown(text: string | null): string {
  return (text === null ? "" : plainText(text)) || "unknown";
}

/** The running kernel's release, "6.1.0-31-amd64"; "unknown" where no file tells. */
export function kernelReleaseOf(files: HostFiles): string {
  const told = /^Linux version (\S+)/.exec(files.text("proc/version") ?? "")?.[1];
  return shown(files.word("proc/sys/kernel/osrelease") ?? told ?? null);
}

/** /proc/meminfo counts in KiB, whatever its unit says (proc(5)). */
function memoryOf(memoryInfo: string): number {
  const kibibytes = Number(/^MemTotal:\s*(\d{1,12}) kB$/m.exec(memoryInfo)?.[1] ?? 0);
  return kibibytes * 1024;
}

/** The product, else the board: a self-built machine's product name is a placeholder. */
function machineOf(files: HostFiles): string | null {
  return (
    labelOf(files, `${dmi}/sys_vendor`, `${dmi}/product_name`) ??
    labelOf(files, `${dmi}/board_vendor`, `${dmi}/board_name`)
  );
}

function labelOf(files: HostFiles, makerPath: string, modelPath: string): string | null {
  const model = filled(files.word(modelPath));
  if (model === null) return null;
  const maker = filled(files.word(makerPath));
  return maker === null ? model : `${maker} ${model}`;
}

function filled(text: string | null): string | null {
  return text === null || unfilled.test(text) ? null : plainText(text) || null;
}
