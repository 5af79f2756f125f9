"use client";

import { countOf } from "@/components/formats/numbers";
import { CheckField } from "@/components/ui/form/check-field";
import { useFormProblems } from "@/components/ui/form/form-problems";
import { ProblemList } from "@/components/ui/form/problem-list";
import { problemsBelow } from "@/components/ui/form/problems";
import { Section } from "@/components/ui/form/section";
import { useDraft, useWizard } from "../../wizard-context";

/** The names of which the VM gets a free card at each start; where the host has none, and none is asked for, nothing. */
export function NamedSection() {
  const { choices } = useWizard();
  const [{ namedDevices: chosen }, change] = useDraft();
  const problems = problemsBelow(useFormProblems(), ["namedDevices"]);
  const known = choices.namedDevices;
  const gone = chosen.filter((name) => known.every((device) => device.name !== name));
  if (known.length === 0 && gone.length === 0) return null;
  const choose = (name: string, on: boolean) =>
    change({ namedDevices: on ? [...chosen, name] : chosen.filter((other) => other !== name) });
  return (
    <Section title="Named devices">
      <p className="text-muted text-sm">
        At each start on its page the VM gets a free card of each name. It is created without being started.
      </p>
      {known.map(({ name, note, cards }) => (
        <CheckField
          key={name}
          label={name}
          note={[countOf(cards, "card"), note].filter(Boolean).join(". ")}
          checked={chosen.includes(name)}
          onChange={(on) => choose(name, on)}
        />
      ))}
      {gone.map((name) => (
        <CheckField
          key={name}
          label={name}
          note="Not on the host now."
          checked
          onChange={() => choose(name, false)}
        />
      ))}
      <ProblemList problems={problems} />
    </Section>
  );
}
