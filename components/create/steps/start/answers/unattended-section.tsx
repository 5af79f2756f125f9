"use client";

import { lazy } from "react";
import { CheckField } from "@/components/ui/form/check-field";
import { Section } from "@/components/ui/form/section";
import { useWizard } from "../../../wizard-context";
import { Arriving } from "../arriving";

/** What is asked of each system's installer; what it is told is fetched once that is wanted. */
const installers = {
  linux: {
    draft: "linux",
    label: "Install without questions",
    note: "Debian, Ubuntu Server, Fedora, RHEL, Rocky and Alma. The first disk is erased and used whole.",
    Answers: lazy(() => import("./linux-answers")),
  },
  windows: {
    draft: "answers",
    label: "Install Windows without questions",
    note: "An answer file on a CD of its own. The account’s password can be read in it: delete it once Windows is installed.",
    Answers: lazy(() => import("./windows-answers")),
  },
} as const;

/** Whether the installer is to ask nothing. */
export function UnattendedSection({ system }: { system: keyof typeof installers }) {
  const { wizard, update } = useWizard();
  const { draft, label, note, Answers } = installers[system];
  const { on } = wizard[draft];
  return (
    <Section title="Unattended installation" path={["answers"]}>
      <CheckField
        label={label}
        note={note}
        checked={on}
        onChange={(wanted) => update((before) => ({ ...before, [draft]: { ...before[draft], on: wanted } }))}
      />
      {on ? (
        <Arriving key={system}>
          <Answers />
        </Arriving>
      ) : null}
    </Section>
  );
}
