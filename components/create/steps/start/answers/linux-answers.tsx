"use client";

import { trpc } from "@/components/data/client";
import { answeredMachine } from "@/server/create/answers/machine-to-answer.schema";
import { hashedLinuxAnswers } from "../../../state/hashed-linux-answers";
import type { LinuxDraft } from "../../../state/linux-answers";
import { useDraft, useWizard } from "../../../wizard-context";
import { AnswersFields } from "./answers-fields";
import { LinuxAnswersForm } from "./linux-answers-form";
import { useMedium } from "./use-medium";

/** Has Linux installed without questions, by whichever answer file its installer takes. */
export default function LinuxAnswers() {
  const { hostId, wizard, update } = useWizard();
  const [vm] = useDraft();
  const reading = useMedium();
  const { linux } = wizard;
  const edit = (part: Partial<LinuxDraft>) =>
    update((before) => ({ ...before, linux: { ...before.linux, ...part } }));
  return (
    <AnswersFields
      answers={linux}
      onEdit={edit}
      make={async () =>
        trpc.create.answerFiles.mutate({
          hostId,
          answers: await hashedLinuxAnswers(linux, vm.name),
          machine: answeredMachine(vm),
        })
      }
    >
      <LinuxAnswersForm answers={linux} vmName={vm.name} reading={reading} onEdit={edit} />
    </AnswersFields>
  );
}
