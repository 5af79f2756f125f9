import { raspberryCommandLines } from "../../../host/boot/boot-marks";
import type { LineChange } from "../../kernel-line/line-change";
import { Refused } from "../../refused";
import type { TrialHost } from "../trial-host";
import { trialLine } from "../trial-line";
import { type TrialEntry, trialName } from "../trial-plan";

/**
 * The firmware reads tryboot.txt in place of config.txt for one start that is asked for so ("tryboot" in the Raspberry
 * Pi documentation); it may name another file for the kernel's line.
 */
export function raspberryTrial(
  { files, firmware }: TrialHost,
  change: LineChange,
  hasImage: boolean,
): TrialEntry {
  if (hasImage)
    throw new Refused("A Raspberry Pi's trial can have another kernel line, but no other initial RAM disk.");
  const path = raspberryCommandLines.find((candidate) => files.text(candidate) !== null);
  if (path === undefined || firmware === null)
    throw new Refused("The Raspberry Pi's cmdline.txt and config.txt were not found.");
  const folder = path.slice(0, path.lastIndexOf("/"));
  const line = `${trialName}-cmdline.txt`;
  const tried = `${folder}/tryboot.txt`;
  if (firmware.tryboot !== null)
    throw new Refused(`/${tried} is there already, and not for this: somebody else tries something.`);
  return {
    steps: [
      { file: `${folder}/${line}`, before: null, after: `${trialLine(files.text(path) ?? "", change)}\n` },
      { file: tried, before: null, after: `${firmware.config.trimEnd()}\n[all]\ncmdline=${line}\n` },
    ],
    commands: [],
    cleanUp: [],
    reboot: ["reboot", "0 tryboot"],
    imagePath: "",
  };
}
