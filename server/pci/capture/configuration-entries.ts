import type { TreeEntry } from "../../host/tree-entries";
import type { BlockStack } from "../use/block-stack";
import { type ConfigurationTexts, configuredStorageOf } from "../use/configured-storage";
import {
  arrayFiles,
  configurationFiles,
  configurationOf,
  poolCache,
  unitFolder,
} from "../use/read-configuration";
import type { UseFacts, UseFiles } from "../use/read-uses";
import { replicationEntries, shareLines } from "./connection-entries";
import { fileEntry } from "./entries";
import type { Pseudonyms } from "./pseudonyms";

const nothing: ConfigurationTexts = {
  fileSystems: "",
  encrypted: "",
  arrays: "",
  arrayTable: "",
  pools: "",
  units: [],
  commandLine: "",
  replication: "",
};

/**
 * What the host is set up to use, as far as it is about disks of this host: these by the kernel's name of them. A list
 * that is there and could not be read stays one.
 */
export function configurationEntries(files: UseFiles, facts: UseFacts, names: Pseudonyms): TreeEntry[] {
  const { stack } = facts.storage;
  const { first, second } = files;
  const texts = configurationOf(first, second);
  const unread = Object.values(configurationFiles)
    .filter((path) => second.text(path) === null && first.names("etc").includes(path.slice("etc/".length)))
    .map((path): TreeEntry => ({ kind: "folder", path }));
  const words = (line: string) => line.trim().split(/\s+/);
  const lines = {
    [configurationFiles.fileSystems]: [
      ...linesOf(texts, "fileSystems", stack, names, (line, source) => {
        const [, place = "", type = ""] = words(line);
        return `${source} ${names.path(place)} ${type} defaults 0 0`;
      }),
      ...shareLines(files, facts, names),
    ],
    [configurationFiles.encrypted]: linesOf(texts, "encrypted", stack, names, (line, source) => {
      return `${names.numbered("crypt", words(line)[0] ?? "")} ${source} none`;
    }),
    [arrayFiles[0]]: linesOf(texts, "arrays", stack, names, (_, source) => `ARRAY <ignore> ${source}`),
    [poolCache]: configuredStorageOf({ ...nothing, pools: texts.pools }).flatMap(({ specification }) => {
      const device = stack.named(specification);
      return device === null ? [] : [`/dev/${device.name}`];
    }),
  };
  return [
    ...unread,
    ...Object.entries(lines).flatMap(([path, kept]) =>
      kept.length === 0 ? [] : fileEntry(path, kept.map((line) => `${line}\n`).join("")),
    ),
    ...texts.units.flatMap((unit) => unitEntries(unit, stack, names)),
    ...replicationEntries(files, facts),
  ];
}

/** A value of the kernel's command line that names a disk, as a captured host keeps it; null of any other parameter. */
export function diskParameter(parameter: string, stack: BlockStack, names: Pseudonyms): string | null {
  const [entry] = configuredStorageOf({ ...nothing, commandLine: parameter });
  if (entry === undefined) return null;
  const name = parameter.slice(0, parameter.indexOf("="));
  const found = sourceOf(entry.specification, stack, names);
  if (found === null) return null;
  const bare = found.replace(/^UUID=/, "");
  // These have a UUID without a tag, and no other form.
  return /uuid$|luks\.name$/.test(name) ? `${name}=${bare}` : `${name}=${found}`;
}

/** @param rewrite A line anew, by the line and what the disk is called now. */
function linesOf(
  texts: ConfigurationTexts,
  kind: "fileSystems" | "encrypted" | "arrays",
  stack: BlockStack,
  names: Pseudonyms,
  rewrite: (line: string, source: string) => string,
): string[] {
  return texts[kind].split("\n").flatMap((line) => {
    const [entry] = configuredStorageOf({ ...nothing, [kind]: line });
    const source = entry === undefined ? null : sourceOf(entry.specification, stack, names);
    return source === null ? [] : [rewrite(line, source)];
  });
}

function unitEntries(
  [name, text]: readonly [name: string, text: string],
  stack: BlockStack,
  names: Pseudonyms,
): TreeEntry[] {
  const [entry] = configuredStorageOf({ ...nothing, units: [[name, text]] });
  const source = entry === undefined ? null : sourceOf(entry.specification, stack, names);
  if (source === null) return [];
  const place = /^\s*Where\s*=\s*(.+?)\s*$/m.exec(text)?.[1] ?? "";
  const kind = name.slice(name.lastIndexOf("."));
  const lines = [`What=${source}`, `Where=${names.path(place)}`];
  return fileEntry(
    `${unitFolder}/${names.numbered("unit", name)}${kind}`,
    lines.map((line) => `${line}\n`).join(""),
  );
}

/** A UUID stays one, as several disks may have it; what is named otherwise goes by the kernel's name; null of others. */
function sourceOf(specification: string, stack: BlockStack, names: Pseudonyms): string | null {
  const uuid = /^UUID=(.+)$/.exec(specification)?.[1];
  if (uuid !== undefined) return `UUID=${names.identity(uuid)}`;
  const device = stack.named(specification);
  return device === null ? null : `/dev/${device.name}`;
}
