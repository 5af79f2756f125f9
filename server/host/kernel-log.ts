import type { Ability } from "./ability";
import type { HostTools } from "./tools";

/** The kernel's log of the running boot, oldest line first; or why it can't be read, a sentence. */
export type KernelLog = { lines: readonly string[]; problem: null } | { lines: null; problem: string };

/** The same with what to call the place that it was read from. */
export type BootLog = KernelLog & { source: string };

/** What asks for it, the one that keeps a whole boot first. The kernel's own buffer loses its oldest lines. */
const programs: readonly (readonly [program: string, ...words: string[]])[] = [
  ["journalctl", "--dmesg", "--boot", "--no-pager", "--quiet", "--output=short", "--lines=5000"],
  ["dmesg"],
];

/** Reads it by the host's own programs, as root or whoever may (kernel.dmesg_restrict, the group systemd-journal). */
export async function readKernelLog({ value: tools, why }: Ability<HostTools>): Promise<KernelLog> {
  if (tools === null) return { lines: null, problem: `The kernel log can't be read. ${why}` };
  const failures: string[] = [];
  for (const [program, ...words] of programs) {
    const { status, output, errors } = await tools.run(program, words);
    if (status === 0 && output.trim() !== "") return { lines: output.trimEnd().split("\n"), problem: null };
    failures.push(`${program}: ${errors || "it is empty"}`);
  }
  return { lines: null, problem: `The kernel log can't be read (${failures.join("; ")}).` };
}

/**
 * Whether a line is about one of these devices: by its address, by the short form of the IOMMU's messages
 * ("[01:00.0]"), or by that of NVIDIA's driver ("PCI:0000:01:00").
 */
export function isAbout(line: string, addresses: readonly string[]): boolean {
  return addresses.some((address) => {
    const withoutDomain = address.startsWith("0000:") ? address.slice(5) : address;
    const slot = address.slice(0, address.lastIndexOf("."));
    return line.includes(address) || line.includes(`[${withoutDomain}]`) || line.includes(`PCI:${slot})`);
  });
}

/** Asks it of a host whose programs can be run; undefined of any other, of which a file may tell. */
export function bootLogAsker(tools: Ability<HostTools>): (() => Promise<BootLog>) | undefined {
  if (tools.value === null) return undefined;
  return async () => ({ ...(await readKernelLog(tools)), source: "the kernel's log" });
}
