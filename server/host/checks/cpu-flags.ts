import type { HostFiles } from "../host-files";
import { type CheckSources, paths } from "./check-sources";

/** What the first CPU can do, by the kernel's names; none where the kernel does not say so, as Arm's. */
export function cpuFlags({ files }: { files: HostFiles }): string[] {
  const line = /^flags\s*:(.*)$/m.exec(files.text(paths.cpu) ?? "")?.[1]?.trim() ?? "";
  return line === "" ? [] : line.split(/\s+/);
}

/** Whether the machine is a PC, with Intel's or AMD's CPU. */
export function isX86({ cpuVendor }: Pick<CheckSources, "cpuVendor">): boolean {
  return cpuVendor === "intel" || cpuVendor === "amd";
}
