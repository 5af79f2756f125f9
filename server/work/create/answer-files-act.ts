import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { answerFilesSchema } from "../../create/answers/answers.schema";
import { windowsAnswersSchema } from "../../create/answers/windows.schema";
import { windowsAnswerFile, windowsAnswerName } from "../../create/answers/windows-answer-file";
import { defineAct } from "../act";
import { hostReference } from "../references.schema";

/** Makes the files of answers, so that people can read and edit them before a VM gets them. */
export const answerFilesAct = defineAct({
  name: "create.answerFiles",
  title: "Show the answer file of a new VM",
  input: hostReference.extend({ settings: windowsAnswersSchema, uefi: z.boolean() }),
  output: answerFilesSchema,
  changes: false,
  objects: onHost,
  run: (_context, { settings, uefi }) => [
    { name: windowsAnswerName, content: windowsAnswerFile(settings, { uefi }) },
  ],
});
