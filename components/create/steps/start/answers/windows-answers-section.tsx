"use client";

import { trpc } from "@/components/data/client";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/form/check-field";
import { AreaField } from "@/components/ui/form/lines-field";
import { Section } from "@/components/ui/form/section";
import type { AnswersDraft } from "../../../state/answers";
import { windowsSettings } from "../../../state/windows-settings";
import { useDraft, useWizard } from "../../../wizard-context";
import { WindowsAnswersForm } from "./windows-answers-form";

/** Has Windows installed without questions: an answer file on a CD of its own. */
export default function WindowsAnswersSection() {
  const { hostId, wizard, update } = useWizard();
  const [vm] = useDraft();
  const { answers } = wizard;
  const edit = (part: Partial<AnswersDraft>) =>
    update((before) => ({ ...before, answers: { ...before.answers, ...part } }));
  const make = useAction(
    {
      mutationFn: (draft: AnswersDraft) =>
        trpc.create.answerFiles.mutate({
          hostId,
          settings: windowsSettings(draft, vm.name),
          uefi: vm.firmware.kind === "uefi",
        }),
    },
    (files) => edit({ files }),
  );
  return (
    <Section
      title="Unattended installation"
      path={["answers"]}
      aside={
        !answers.on ? undefined : answers.files === null ? (
          <Button size="sm" disabled={make.busy} onClick={() => make.run(answers)}>
            Edit file
          </Button>
        ) : (
          <Button size="sm" onClick={() => edit({ files: null })}>
            Back to the form
          </Button>
        )
      }
    >
      <CheckField
        label="Install Windows without questions"
        note="An answer file on a CD of its own. The account’s password can be read in it: delete it once Windows is installed."
        checked={answers.on}
        onChange={(on) => edit({ on })}
      />
      <p role="alert" className="text-danger empty:hidden">
        {make.problem}
      </p>
      {answers.on && answers.files === null ? (
        <WindowsAnswersForm answers={answers} vmName={vm.name} onEdit={edit} />
      ) : null}
      {answers.on
        ? answers.files?.map(({ name, content }, index) => (
            <AreaField
              key={name}
              label={name}
              path={["answers", "files", index, "content"]}
              rows={16}
              wrap={false}
              value={content}
              onChange={(text) => edit({ files: [{ name, content: text }] })}
            />
          ))
        : null}
    </Section>
  );
}
