"use client";

import { lazy } from "react";
import { CheckField } from "@/components/ui/form/check-field";
import { Section } from "@/components/ui/form/section";
import { useWizard } from "../../../wizard-context";
import { Arriving } from "../arriving";

const LinuxAnswers = lazy(() => import("./linux-answers"));
const WindowsAnswers = lazy(() => import("./windows-answers"));

/** Asks whether the installer is to ask nothing. What it is told instead is fetched once that is wanted. */
export function UnattendedSection({ system }: { system: "windows" | "linux" }) {
  const { wizard, update } = useWizard();
  const { answers, linux } = wizard;
  const switchLinux = (on: boolean) => update((before) => ({ ...before, linux: { ...before.linux, on } }));
  const switchWindows = (on: boolean) =>
    update((before) => ({ ...before, answers: { ...before.answers, on } }));
  return (
    <Section title="Unattended installation" path={["answers"]}>
      {system === "linux" ? (
        <CheckField
          label="Install without questions"
          note="Debian, Ubuntu Server, Fedora, RHEL, Rocky and Alma. The first disk is erased and used whole."
          checked={linux.on}
          onChange={switchLinux}
        />
      ) : (
        <CheckField
          label="Install Windows without questions"
          note="An answer file on a CD of its own. The account’s password can be read in it: delete it once Windows is installed."
          checked={answers.on}
          onChange={switchWindows}
        />
      )}
      {system === "linux" && linux.on ? (
        <Arriving>
          <LinuxAnswers />
        </Arriving>
      ) : null}
      {system === "windows" && answers.on ? (
        <Arriving>
          <WindowsAnswers />
        </Arriving>
      ) : null}
    </Section>
  );
}
