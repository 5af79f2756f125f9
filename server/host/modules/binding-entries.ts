import { matchingLines } from "../matching-lines";
import type { TreeEntry } from "../tree-entries";
import type { BindingFiles } from "./binding-files";
import type { ConfigurationFile } from "./modprobe-files";

/**
 * What a captured host keeps of {@link BindingFiles}: only what is said of virtualisation, and of scripts, whose names
 * and words are their owner's, which devices they bind.
 */
export function bindingEntries(files: BindingFiles): TreeEntry[] {
  const lists = [...files.loaded, files.initramfsModules ?? []].flat();
  return [
    ...[...files.modprobe, ...files.passedOver].flatMap((file) =>
      entry(file.path, matchingLines(file.text, /^\s*(options|softdep|blacklist)\s.*(vfio|kvm)/)),
    ),
    ...lists.flatMap((file) => entry(file.path, matchingLines(file.text, /^\s*vfio/))),
    ...files.driverctl.flatMap(({ path, text }) => entry(path, text)),
    ...(files.unraid === null ? [] : entry(files.unraid.path, matchingLines(files.unraid.text, /^\s*BIND=/))),
    ...files.scripts.flatMap((file, index) =>
      entry(`/etc/udev/rules.d/captured-${index + 1}.rules`, summaryOf(file)),
    ),
  ];
}

function entry(path: string, text: string): TreeEntry[] {
  return text === "" ? [] : [{ kind: "file", path: path.slice(1), text }];
}

function summaryOf({ text }: ConfigurationFile): string {
  const words = text
    .replace(/^\s*#.*$/gm, "")
    .match(/driver_override|vfio[-_]pci|\b[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\.[0-7]\b/gi);
  return `${[...new Set(words ?? [])].join(" ")}\n`;
}
