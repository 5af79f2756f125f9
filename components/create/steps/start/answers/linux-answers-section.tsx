"use client";

import { lazy, Suspense } from "react";
import { trpc } from "@/components/data/client";
import { Spinner } from "@/components/ui/spinner";
import { answeredMachine } from "@/server/create/answers/machine-to-answer.schema";
import { hashedLinuxAnswers, type LinuxDraft } from "../../../state/linux-answers";
import { useDraft, useWizard } from "../../../wizard-context";
import { AnswersFrame } from "./answers-frame";
import { useMedium } from "./use-medium";

// Most who open the wizard do without it.
const LinuxAnswersForm = lazy(() => import("./linux-answers-form"));

/** Has Linux installed without questions, by whichever answer file its installer takes. */
export default function LinuxAnswersSection() {
  const { hostId, wizard, update } = useWizard();
  const [vm] = useDraft();
  const reading = useMedium();
  const { linux } = wizard;
  const edit = (part: Partial<LinuxDraft>) =>
    update((before) => ({ ...before, linux: { ...before.linux, ...part } }));
  return (
    <AnswersFrame
      label="Install without questions"
      note="Debian, Ubuntu Server, Fedora, RHEL, Rocky and Alma. The first disk is erased and used whole."
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
      <Suspense fallback={<Spinner />}>
        <LinuxAnswersForm answers={linux} vmName={vm.name} reading={reading} onEdit={edit} />
      </Suspense>
    </AnswersFrame>
  );
}
