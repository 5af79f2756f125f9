import type { AnswerFile, AnswersRequest } from "./answers.schema";
import { type AnsweredMachine, windowsAnswerFile, windowsAnswerName } from "./windows-answer-file";

/** The files of the CD that is asked for. */
export function answerFiles(request: AnswersRequest, machine: AnsweredMachine): AnswerFile[] {
  if (request.kind === "files") return request.files;
  return [{ name: windowsAnswerName, content: windowsAnswerFile(request.settings, machine) }];
}
