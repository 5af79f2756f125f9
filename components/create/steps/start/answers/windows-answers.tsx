"use client";

import { trpc } from "@/components/data/client";
import { answeredMachine } from "@/server/create/answers/machine-to-answer.schema";
import type { AnswersDraft } from "../../../state/answers";
import { windowsSettings } from "../../../state/windows-settings";
import { useDraft, useWizard } from "../../../wizard-context";
import { AnswersFields } from "./answers-fields";
import { WindowsAnswersForm } from "./windows-answers-form";

/** Has Windows installed without questions: an answer file on a CD of its own. */
export default function WindowsAnswers() {
  const { hostId, wizard, update } = useWizard();
  const [vm] = useDraft();
  const { answers } = wizard;
  const edit = (part: Partial<AnswersDraft>) =>
    update((before) => ({ ...before, answers: { ...before.answers, ...part } }));
  return (
    <AnswersFields
      answers={answers}
      onEdit={edit}
      make={() =>
        trpc.create.answerFiles.mutate({
          hostId,
          answers: { kind: "windows", settings: windowsSettings(answers, vm.name) },
          machine: answeredMachine(vm),
        })
      }
    >
      <WindowsAnswersForm answers={answers} vmName={vm.name} onEdit={edit} />
    </AnswersFields>
  );
}
