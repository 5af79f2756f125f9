import type { InitramfsTool } from "../../../host/boot/boot-setup";
import type { ModuleStep } from "../../modules/plan/draft";
import { Refused } from "../../refused";
import type { TrialHost } from "../trial-host";
import { dracutImage } from "./dracut";
import { initramfsToolsImage } from "./initramfs-tools";
import { mkinitcpioImage } from "./mkinitcpio";
import { isToolsOwn, runFile } from "./run-files";
import type { TrialImage, WantedImage } from "./wanted-image";

const byTool: Readonly<Partial<Record<InitramfsTool, (wanted: WantedImage) => TrialImage>>> = {
  "initramfs-tools": initramfsToolsImage,
  dracut: dracutImage,
  mkinitcpio: mkinitcpioImage,
};

/**
 * The trial's initial RAM disk, built of a copy of its tool's configuration: the host's own files, and the image that it
 * starts by, stay what they are. What the started system reads comes to it through /run.
 * @throws Refused where its tool can't, or a file can't be read from there.
 */
export function trialImage(
  host: TrialHost,
  steps: readonly ModuleStep[],
  { path, line }: Pick<WantedImage, "path" | "line">,
): TrialImage {
  const { initramfs } = host.boot;
  const build = initramfs === null ? undefined : byTool[initramfs];
  if (build === undefined) {
    throw new Refused(
      `${initramfs === null ? "Nothing tells what builds" : `${initramfs} builds`} this host's initial RAM disk; none can be built for a trial alone.`,
      "Apply it without a trial.",
    );
  }
  const own = steps.filter(({ file }) => isToolsOwn(file));
  const others = steps.filter(({ file }) => !isToolsOwn(file));
  return build({ host, steps: own, runFiles: others.map(runFile), path, line });
}
