import { shellWord } from "../../../units/shell-word";
import { dracutConf } from "../../modules/plan/module-paths";
import { writingLines } from "./run-files";
import { fillUp, staging } from "./staging";
import type { TrialImage, WantedImage } from "./wanted-image";

const [own, copy] = ["etc/dracut.conf.d", "dracut.conf.d"];
const boundModule = "usr/lib/dracut/modules.d/90passdeck-vfio/";
const trialModule = "usr/lib/dracut/modules.d/91passdeck-trial";

/** A module that dracut takes where it is asked for alone (255): other images do without. */
const setup = `#!/bin/bash
# Written by Passdeck: what is being tried, for the system that is started.

check() {
	return 255
}

installkernel() {
	hostonly='' instmods vfio_pci
}

install() {
	inst_hook pre-udev 00 "$moddir/passdeck-trial.sh"
}
`;

/** dracut(8) takes its configuration from places of one's own (--conf, --confdir); modules it looks for in one alone. */
export function dracutImage({ host, steps, runFiles, path, line }: WantedImage): TrialImage {
  const folder = `${staging}/${copy}`;
  const main = steps.find(({ file }) => file === dracutConf);
  const dropIns = steps.filter(({ file }) => file.startsWith(`${own}/`));
  const binding = steps.find(({ file }) => file.startsWith(boundModule) && file.endsWith("passdeck-vfio.sh"));
  const script = ["#!/bin/sh", ...writingLines(runFiles), binding?.after ?? ""].join("\n");
  const plain = { executable: false };
  return {
    files: [
      ...dropIns.map(({ file, after }) => ({ file: file.replace(own, folder), text: after, ...plain })),
      ...(main === undefined ? [] : [{ file: `${staging}/dracut.conf`, text: main.after, ...plain }]),
      { file: `${folder}/99-passdeck-trial.conf`, text: ownConfiguration(line), ...plain },
      { file: `${trialModule}/module-setup.sh`, text: setup, executable: true },
      { file: `${trialModule}/passdeck-trial.sh`, text: script, executable: true },
    ],
    commands: [
      fillUp(own, copy),
      [
        "dracut",
        "--force",
        ...(main === undefined ? [] : ["--conf", `/${staging}/dracut.conf`]),
        "--confdir",
        `/${folder}`,
        path,
        host.release,
      ],
    ],
  };
}

/** dracut.conf(5) is read by a shell. What a line sets anew takes the place of what other files added. */
function ownConfiguration(line: string | null): string {
  const unified =
    line === null ? [] : ['uefi="yes"', 'hostonly_cmdline="no"', `kernel_cmdline=${shellWord(line)}`];
  return ['add_dracutmodules+=" passdeck-trial "', ...unified, ""].join("\n");
}
