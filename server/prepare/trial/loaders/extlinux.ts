import type { LineChange } from "../../kernel-line/line-change";
import { Refused } from "../../refused";
import type { TrialHost } from "../trial-host";
import { trialImageBeside } from "../trial-image-path";
import { trialLine } from "../trial-line";
import { plainReboot, type TrialEntry, trialName } from "../trial-plan";

const folder = "boot/extlinux";
const file = `${folder}/extlinux.conf`;

/** A second label, chosen once (extlinux(1), --once). U-Boot reads the same file and knows of no such thing. */
export function extlinuxTrial(host: TrialHost, change: LineChange, hasImage: boolean): TrialEntry {
  const text = host.files.text(file);
  if (text === null || !host.extlinuxFiles.includes("ldlinux.sys"))
    throw new Refused(
      `/${folder} is not extlinux' own: what reads it starts nothing once.`,
      "Apply it without a trial: a second LABEL with the old words is the way back.",
    );
  const label = defaultLabel(text);
  const words = label.flatMap((line) => /^\s*append\s+(.*)$/i.exec(line)?.[1] ?? []).join(" ");
  const [, named] = label.map((line) => /^\s*initrd\s+(\S+)/i.exec(line)).find(Boolean) ?? [];
  const inLine = /(?:^|\s)initrd=(\S+)/.exec(words)?.[1];
  const disk = hasImage ? trialImageBeside(named ?? inLine ?? null, host.kernelFiles) : null;
  const copy = label.map((line) => {
    if (/^\s*append\s/i.test(line)) {
      const changed = trialLine(words, change);
      return `  append ${disk === null || inLine === undefined ? changed : changed.replace(`initrd=${inLine}`, `initrd=${disk.asLoaderFinds}`)}`;
    }
    return disk !== null && /^\s*initrd\s/i.test(line) ? `  initrd ${disk.asLoaderFinds}` : line;
  });
  const end = text.endsWith("\n") ? "" : "\n";
  return {
    steps: [{ file, before: text, after: `${text}${end}label ${trialName}\n${copy.join("\n")}\n` }],
    commands: [["extlinux", `--once=${trialName}`, `/${folder}`]],
    cleanUp: [["extlinux", "--clear-once", `/${folder}`]],
    reboot: plainReboot,
    imagePath: disk?.path ?? "",
  };
}

/** The lines of the label that is started by itself, without its head and its words for the menu. */
function defaultLabel(text: string): string[] {
  const name = /^\s*default\s+(\S+)/im.exec(text)?.[1];
  const lines = text.split(/\r?\n/);
  const isHead = (line: string) => /^\s*label\s/i.test(line);
  const from = lines.findIndex((line) => isHead(line) && line.trim().split(/\s+/)[1] === name);
  if (name === undefined || from < 0) throw new Refused(`/${file} names no label that it starts by itself.`);
  const length = lines.slice(from + 1).findIndex(isHead);
  const label = lines.slice(from + 1, length < 0 ? undefined : from + 1 + length);
  return label.filter((line) => line.trim() !== "" && !/^\s*menu\s/i.test(line));
}
