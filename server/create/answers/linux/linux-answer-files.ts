import type { AnsweredMachine } from "../answered-machine.schema";
import type { AnswerFile } from "../answers.schema";
import type { LinuxInstaller } from "../installer.schema";
import { autoinstallFiles } from "./autoinstall";
import { kickstartFile } from "./kickstart";
import type { LinuxAnswers } from "./linux-answers.schema";
import { preseedFiles } from "./preseed";

/** The files that an installer of Linux takes its answers from. */
export function linuxAnswerFiles(
  installer: LinuxInstaller,
  answers: LinuxAnswers,
  machine: AnsweredMachine,
): AnswerFile[] {
  switch (installer) {
    case "preseed":
      return preseedFiles(answers, machine);
    case "kickstart":
      return [kickstartFile(answers, machine)];
    case "autoinstall":
      return autoinstallFiles(answers, machine);
  }
}
