import type { DistributionFamily } from "../distribution";
import type { BootFiles } from "./boot-files";
import { type BootCommand, type KernelLineSource, once } from "./boot-setup";
import { kernelInstallCommands } from "./kernel-install";
import { makesUnifiedImage } from "./loader";

const plain = { format: "plain", field: null, editor: null } as const;

/** Where the kernel line of a unified kernel image is kept, by what builds it. */
export function unifiedLine(files: BootFiles, family: DistributionFamily | null): KernelLineSource {
  if (files.presets().some(({ text }) => makesUnifiedImage(text))) {
    const file = presetFile(files) ?? separateFiles(files);
    return { ...plain, file, regenerate: [once("mkinitcpio", "-P")] };
  }
  const dracut = byDracut(files, family);
  if (dracut !== null) return dracut;
  // Where Arch's own package hook is not replaced by kernel-install, it is mkinitcpio that calls ukify.
  const byHook = family === "arch" && !files.has("etc/kernel/install.conf");
  const regenerate = byHook ? [once("mkinitcpio", "-P")] : kernelInstallCommands(files);
  const given = /^\s*Cmdline\s*=\s*(\S.*)$/m.exec(files.text("etc/kernel/uki.conf"))?.[1]?.trim();
  const named = /^(["']?)@(.+)\1$/.exec(given ?? "")?.[2];
  if (named !== undefined) return { ...plain, file: named, regenerate };
  if (given !== undefined) {
    return { format: "uki-conf", file: "/etc/kernel/uki.conf", field: "Cmdline", editor: null, regenerate };
  }
  return { ...plain, file: "/etc/kernel/cmdline", regenerate };
}

/** A preset may name another file to mkinitcpio(8), "--cmdline FILE". */
function presetFile(files: BootFiles): string | null {
  const options = files.presets().flatMap(({ text }) => /^\s*default_options=(.*)$/m.exec(text)?.[1] ?? []);
  return options.map((words) => /--cmdline[=\s]+["']?(\/[^\s"')]+)/.exec(words)?.[1]).find(Boolean) ?? null;
}

/** mkinitcpio(8) takes the folder's files before the file. */
function separateFiles(files: BootFiles): string {
  return files.hasCommandLineFolder() ? "/etc/cmdline.d/*.conf" : "/etc/kernel/cmdline";
}

function byDracut(files: BootFiles, family: DistributionFamily | null): KernelLineSource | null {
  const configurations = files.dracutConfigurations();
  if (!configurations.some(({ text }) => /^\s*uefi=["']?yes/m.test(text))) return null;
  const kernels = family === "gentoo" ? files.gentooKernels() : [];
  const rebuild: BootCommand[] =
    kernels.length > 0
      ? kernels.map((name) => once("emerge", "--config", `sys-kernel/${name}`))
      : [once("dracut", "--force", "--regenerate-all")];
  const holding = configurations.filter(({ text }) => /^\s*kernel_cmdline\+?=/m.test(text)).at(-1);
  if (holding === undefined && files.hasCommandLineFolder()) {
    return { ...plain, file: "/etc/cmdline.d/*.conf", regenerate: rebuild };
  }
  const file = `/${holding?.path ?? "etc/dracut.conf.d/cmdline.conf"}`;
  return { format: "dracut-conf", file, field: "kernel_cmdline", editor: null, regenerate: rebuild };
}
