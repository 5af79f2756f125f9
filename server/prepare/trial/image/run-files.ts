import type { ModuleStep } from "../../modules/plan/draft";
import { Refused } from "../../refused";
import { trialName } from "../trial-plan";

/** A file below /run, which the started system gets from its initial RAM disk and reads beside its own. */
export interface RunFile {
  /** "run/modprobe.d/passdeck-vfio.conf" */
  file: string;
  text: string;
}

/** modprobe.d(5), modules-load.d(5), sysctl.d(5), udev(7): what stands below /run/X is read with what is below /etc/X. */
const alsoBelowRun = /^etc\/((?:modprobe\.d|modules-load\.d|sysctl\.d|udev\/rules\.d)\/)([^/]+?)(\.\w+)$/;

const toolsOwn =
  /^(?:etc\/(?:initramfs-tools|dracut\.conf\.d|mkinitcpio\.conf\.d|initcpio)\/|etc\/(?:dracut|mkinitcpio)\.conf$|usr\/lib\/dracut\/modules\.d\/)/;

/** Whether only the tool that builds initial RAM disks reads it. */
export function isToolsOwn(file: string): boolean {
  return toolsOwn.test(file);
}

/**
 * What a changed file becomes below /run. A file there is hidden by one of its name below /etc, so that the new text of one
 * that is there has another name, and adds to it.
 * @throws Refused of what is read below /etc alone, or loses a line.
 */
export function runFile({ file, before, after }: ModuleStep): RunFile {
  const [, folder, stem, suffix] = alsoBelowRun.exec(file) ?? [];
  if (folder === undefined)
    throw new Refused(
      `/${file} is read by the running system, too, and from there alone: it can't be tried apart from how the host starts now.`,
      "Apply it without a trial.",
    );
  if (before === null) return { file: `run/${folder}${stem}${suffix}`, text: after };
  const lines = new Set(after.split("\n"));
  const gone = before.split("\n").find((line) => !lines.has(line));
  if (gone !== undefined)
    throw new Refused(
      `“${gone.trim()}” of /${file} would go or change, which a trial beside that file can't do.`,
      "Apply it without a trial.",
    );
  return { file: `run/${folder}${stem}.zz-${trialName}${suffix}`, text: after };
}

/** Lines of a POSIX shell that write these files, where a shell is all that there is. */
export function writingLines(files: readonly RunFile[]): string[] {
  const folders = [...new Set(files.map(({ file }) => file.slice(0, file.lastIndexOf("/"))))];
  return [
    ...folders.map((folder) => `mkdir -p /${folder}`),
    ...files.flatMap(({ file, text }) => [
      `cat > /${file} <<'PASSDECK_TRIAL'`,
      text.trimEnd(),
      "PASSDECK_TRIAL",
    ]),
  ];
}
