import { onHost } from "../../access/objects-of";
import { filesOf } from "../../create/answers/answer-files";
import { answeredMachineSchema } from "../../create/answers/answered-machine.schema";
import { answerFilesSchema, answersSettingsSchema } from "../../create/answers/answers.schema";
import { defineAct } from "../act";
import { hostReference } from "../references.schema";

/** Makes the files of answers, so that people can read and edit them before a VM gets them. */
export const answerFilesAct = defineAct({
  name: "create.answerFiles",
  title: "Show the answer file of a new VM",
  input: hostReference.extend({ answers: answersSettingsSchema, machine: answeredMachineSchema }),
  output: answerFilesSchema,
  changes: false,
  objects: onHost,
  run: (_context, { answers, machine }) => filesOf(answers, machine),
});
