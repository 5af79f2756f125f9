import { matchingLines } from "../matching-lines";
import type { TreeEntry } from "../tree-entries";
import type { BindingFiles } from "./binding-files";
import type { ConfigurationFile } from "./modprobe-files";

/**
 * What a captured host keeps of {@link BindingFiles}: only what is said of virtualisation, and of scripts, whose names
 * and words are their owner's, which devices they bind.
 */
export function bindingEntries(files: BindingFiles): TreeEntry[] {
  return [
    ...renamed(files.modprobe).flatMap(({ path, text }) => entry(path, matchingLines(text, moduleLine))),
    ...renamed(files.passedOver).flatMap(({ path, text }) => entry(path, matchingLines(text, moduleLine))),
    ...renamed(files.loaded).flatMap(({ path, text }) => entry(path, matchingLines(text, /^\s*vfio/))),
    ...(files.initramfsModules === null
      ? []
      : entry(files.initramfsModules.path, matchingLines(files.initramfsModules.text, /^\s*vfio/))),
    ...files.driverctl.flatMap(({ path, text }) => entry(path, text)),
    ...(files.unraid === null ? [] : entry(files.unraid.path, matchingLines(files.unraid.text, /^\s*BIND=/))),
    ...files.scripts.flatMap((file, index) =>
      entry(`/etc/udev/rules.d/captured-${index + 1}.rules`, summaryOf(file)),
    ),
  ];
}

/** What is said of virtualisation: the options of its own modules, and what comes before or in place of others. */
const moduleLine = /^\s*(options\s+"?(vfio|kvm)|(softdep|blacklist)\s.*(vfio|kvm))/;

/** Words that names of such files are made of. */
const commonWords =
  /^\/etc\/modules$|\/(?:\d+|vfio|pci|kvm|intel|amd|nvidia|nouveau|radeon|amdgpu|i915|gpu|passthrough|iommu|blacklist|pve|modules|local|snd|hda|options|unsafe|interrupts|load|driver|drivers|virtio|nested|[-_.])+\.conf(?:\.\w{1,6})?$/;

/** Files by their own names, where all of them have such as anybody gives; else by numbers, in the same order. */
function renamed(files: readonly ConfigurationFile[]): readonly ConfigurationFile[] {
  if (files.every(({ path }) => commonWords.test(path))) return files;
  return files.map(({ path, text }, index) => {
    const folder = path.slice(0, path.lastIndexOf("/"));
    const kind = /\.conf(?=\.|$)/.test(path) ? path.slice(path.indexOf(".conf")) : "";
    return { path: `${folder}/${`${index + 1}`.padStart(3, "0")}-captured-vfio${kind}`, text };
  });
}

/** Without comments, which are their owner's. */
function entry(path: string, text: string): TreeEntry[] {
  const bare = text.replace(/[ \t]*#.*$/gm, "");
  return text === "" ? [] : [{ kind: "file", path: path.slice(1), text: bare }];
}

function summaryOf({ text }: ConfigurationFile): string {
  const words = text
    .replace(/^\s*#.*$/gm, "")
    .match(/driver_override|vfio[-_]pci|\b[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\.[0-7]\b/gi);
  return `${[...new Set(words ?? [])].join(" ")}\n`;
}
