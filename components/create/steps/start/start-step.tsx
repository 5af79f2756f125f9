"use client";

import { lazy } from "react";
import { CheckField } from "@/components/ui/form/check-field";
import { Section } from "@/components/ui/form/section";
import { asksForAnswers } from "../../state/asks-for-answers";
import { needsOf } from "../../state/needs";
import { isDescribed, wayLooks, waysOf } from "../../state/way";
import { isStarted, waitsForCards, withWay } from "../../state/wizard";
import { useWizard } from "../../wizard-context";
import { UnattendedSection } from "./answers/unattended-section";
import { Arriving } from "./arriving";
import { ChoiceTiles } from "./choice-tiles";
import { DescribedSource } from "./described-source";
import { PresetChoice } from "./preset-choice";

// Most VMs are installed from an ISO: what other sources and presets ask for is fetched when they are chosen.
const CloneSource = lazy(() => import("./clone-source"));
const CloudInitSection = lazy(() => import("./cloud-init/cloud-init-section"));
const NeedsSection = lazy(() => import("./needs-section"));
const ImportSource = lazy(() => import("./import-source"));
const XmlSource = lazy(() => import("./xml-source"));

/** The first step, and for most VMs the only one: where it comes from, what sort it is, what it is called. */
export function StartStep() {
  const { wizard, choices, update } = useWizard();
  const { way } = wizard;
  const waits = waitsForCards(wizard);
  const answered = asksForAnswers(wizard);
  return (
    <>
      <Section title="Source">
        <ChoiceTiles
          legend="Source"
          tiles={waysOf(choices.grant !== null).map((value) => ({ value, ...wayLooks[value] }))}
          value={way}
          onChange={(chosen) => update((before) => withWay(before, chosen, choices))}
        />
      </Section>
      {isDescribed(way) && way !== "import" ? (
        <Section title="Preset">
          <PresetChoice />
        </Section>
      ) : null}
      {way === "import" ? (
        <Arriving>
          <ImportSource />
        </Arriving>
      ) : null}
      {way === "xml" ? (
        <Arriving>
          <XmlSource />
        </Arriving>
      ) : null}
      {way === "clone" || way === "template" ? (
        <Arriving>
          <CloneSource key={way} />
        </Arriving>
      ) : null}
      {isDescribed(way) ? <DescribedSource way={way} /> : null}
      {isDescribed(way) && way !== "import" && choices.grant === null && needsOf(wizard).length > 0 ? (
        <Arriving>
          <NeedsSection />
        </Arriving>
      ) : null}
      {answered === null ? null : <UnattendedSection system={answered} />}
      {way === "cloud-image" ? (
        <Arriving>
          <CloudInitSection />
        </Arriving>
      ) : null}
      <CheckField
        label="Start after creation"
        note={
          waits
            ? "It asks for named devices, which are given when it is started on its page."
            : "Its console opens automatically."
        }
        checked={isStarted(wizard)}
        disabled={waits}
        onChange={(on) => update((before) => ({ ...before, start: on }))}
      />
    </>
  );
}
