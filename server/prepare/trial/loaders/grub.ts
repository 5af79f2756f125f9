import { parametersOfKernel } from "../../../host/kernel-parameters";
import type { LineChange } from "../../kernel-line/line-change";
import { Refused } from "../../refused";
import type { GrubMenu, TrialHost } from "../trial-host";
import { trialImageBeside } from "../trial-image-path";
import { trialLine } from "../trial-line";
import { plainReboot, type TrialEntry, trialName } from "../trial-plan";
import { bodyWith, diskOf, type GrubEntry, grubEntries } from "./grub-entries";
import { refuseUnclearable } from "./grub-storage";

/** Lines of ours in custom.cfg, which somebody else may have lines in, too. */
const [begin, end] = ["# Passdeck's trial begins.", "# Passdeck's trial ends."];

/**
 * A second entry in custom.cfg, which the menu reads as it is (/etc/grub.d/41_custom), chosen once: the menu itself, and
 * what it starts by default, stay what they are.
 */
export function grubTrial(host: TrialHost, change: LineChange, hasImage: boolean): TrialEntry {
  const menu = host.grub;
  if (menu === null) throw new Refused("GRUB's menu, grub.cfg, was not found below /boot.");
  refuseUnread(menu);
  refuseUnclearable(menu);
  const entry = runningEntry(host, menu.text);
  const words = trialLine(entry.words, change);
  refuseScript(words, entry.words);
  const disk = hasImage ? trialImageBeside(diskOf(entry), host.kernelFiles) : null;
  const access = /\s--unrestricted\b/.test(entry.head) ? " --unrestricted" : "";
  const block = [
    begin,
    `menuentry 'Passdeck: what is being tried' --id ${trialName}${access} {`,
    ...bodyWith(entry, words, disk?.asLoaderFinds ?? null),
    "}",
    end,
  ].join("\n");
  const file = `${menu.folder}/custom.cfg`;
  const before = menu.custom;
  const prefix = menu.folder.endsWith("grub2") ? "grub2" : "grub";
  return {
    steps: [{ file, before, after: `${withoutTrial(before ?? "")}${block}\n` }],
    commands: [[`${prefix}-reboot`, trialName]],
    cleanUp: [[`${prefix}-editenv`, "-", "unset", "next_entry"]],
    reboot: plainReboot,
    imagePath: disk?.path ?? "",
  };
}

/** Where its own lines were left by a trial that nobody ended. */
function withoutTrial(custom: string): string {
  const from = custom.indexOf(begin);
  const to = custom.indexOf(end);
  const rest = from < 0 || to < from ? custom : custom.slice(0, from) + custom.slice(to + end.length + 1);
  return rest === "" || rest.endsWith("\n") ? rest : `${rest}\n`;
}

function refuseUnread({ folder, text }: GrubMenu): void {
  const instead = `Have grub-mkconfig write the menu anew, with /etc/grub.d/41_custom executable.`;
  if (!text.includes("custom.cfg"))
    throw new Refused(
      `/${folder}/grub.cfg does not read custom.cfg, where the trial's entry would stand.`,
      instead,
    );
  if (!text.includes("next_entry"))
    throw new Refused(
      `/${folder}/grub.cfg does not know of an entry that is started once (next_entry).`,
      instead,
    );
}

/** The entry that the running kernel was started by: of its kernel, and with the words that it runs with. */
function runningEntry({ files, release }: TrialHost, menu: string): GrubEntry {
  const running = files.text("proc/cmdline")?.trim() ?? "";
  const image = /(?:^|\s)BOOT_IMAGE=(?:\([^)]*\))?(\S+)/.exec(running)?.[1];
  const words = textsOf(running).filter((word) => !word.startsWith("BOOT_IMAGE="));
  const ofKernel = grubEntries(menu).filter(({ kernel }) =>
    image === undefined ? kernel.endsWith(release) : kernel === image,
  );
  const found = ofKernel.find((entry) => makes(textsOf(entry.words), words));
  if (found !== undefined) return found;
  throw new Refused(
    ofKernel.length === 0
      ? `GRUB's menu has no entry for the running kernel${image === undefined ? "" : `, ${image}`}.`
      : "GRUB's menu has no entry with the words that the kernel runs with: it was changed since the host started. Reboot first.",
  );
}

/** Whether an entry's words are those that run; a variable of GRUB's (Ubuntu's $vt_handoff) stands for any. */
function makes(words: readonly string[], running: readonly string[]): boolean {
  const fixed = words.filter((word) => !word.startsWith("$"));
  if (fixed.length === words.length) return fixed.join("\n") === running.join("\n");
  return fixed.every((word) => running.includes(word));
}

function textsOf(line: string): string[] {
  return parametersOfKernel(line).map(({ text }) => text);
}

/** Words that are new must not mean anything to GRUB's own language. */
function refuseScript(words: string, before: string): void {
  const known = new Set(before.split(/\s+/));
  const odd = words.split(/\s+/).find((word) => !known.has(word) && /[;&|<>{}$'\\#]/.test(word));
  if (odd !== undefined) throw new Refused(`${odd} would mean something else to GRUB than to the kernel.`);
}
