import type { AnsweredMachine } from "./answered-machine.schema";
import type { AnswerFile, AnswersRequest, AnswersSettings } from "./answers.schema";
import type { Installer } from "./installer.schema";
import { linuxAnswerFiles } from "./linux/linux-answer-files";
import { windowsAnswerFile, windowsAnswerName } from "./windows-answer-file";

/** The files of the answers that are asked for. */
export function answerFiles(request: AnswersRequest, machine: AnsweredMachine): readonly AnswerFile[] {
  return request.kind === "files" ? request.files : filesOf(request, machine);
}

/** The files as they are made of what was filled in. */
export function filesOf(answers: AnswersSettings, machine: AnsweredMachine): AnswerFile[] {
  if (answers.kind === "linux") return linuxAnswerFiles(answers.installer, answers.settings, machine);
  return [{ name: windowsAnswerName, content: windowsAnswerFile(answers.settings, machine) }];
}

/** Whose answers they are. */
export function answeredInstaller(request: AnswersRequest): Installer {
  return request.kind === "windows" ? "windows" : request.installer;
}
