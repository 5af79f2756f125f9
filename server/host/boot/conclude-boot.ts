import type { DistributionFamily } from "../distribution";
import type { BootFiles } from "./boot-files";
import type { BootSetup } from "./boot-setup";
import { initramfsToolOf, rebuildCommands } from "./initramfs";
import { kernelLineOf } from "./kernel-line";
import { loaderOf } from "./loader";

/**
 * How a host boots, from its files. Files alone outlive their programs: what the running kernel was started by counts
 * before what stands about. Pure.
 */
export function bootSetupOf(files: BootFiles, family: DistributionFamily | null): BootSetup {
  const loader = loaderOf(files);
  const initramfs = initramfsToolOf(files, family);
  return {
    loader: loader?.name ?? null,
    line: kernelLineOf(files, loader?.name ?? null, family),
    initramfs: initramfs?.tool ?? null,
    rebuildInitramfs: rebuildCommands(files, initramfs?.tool ?? null, family),
    evidence: [loader, initramfs].flatMap((found) => found?.why ?? []),
  };
}
