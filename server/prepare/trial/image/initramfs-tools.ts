import { writingLines } from "./run-files";
import { fillUp, staging } from "./staging";
import type { TrialImage, WantedImage } from "./wanted-image";

const [own, copy] = ["etc/initramfs-tools", "initramfs-tools"];

/** mkinitramfs(8) takes its configuration from a folder of one's own (-d). Scripts run by their names (initramfs-tools(7)). */
export function initramfsToolsImage({ host, steps, runFiles, path }: WantedImage): TrialImage {
  const folder = `${staging}/${copy}`;
  const script = [
    "#!/bin/sh",
    "# Written by Passdeck: what is being tried, for the system that is started.",
    'case "$*" in prereqs) exit 0 ;; esac',
    ...writingLines(runFiles),
    "",
  ].join("\n");
  return {
    files: [
      ...steps.map(({ file, after, executable }) => ({
        file: file.replace(own, folder),
        text: after,
        executable,
      })),
      { file: `${folder}/scripts/init-top/00-passdeck-trial`, text: script, executable: true },
    ],
    commands: [fillUp(own, copy), ["mkinitramfs", "-d", `/${folder}`, "-o", path, host.release]],
  };
}
