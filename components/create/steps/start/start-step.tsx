"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { Section } from "@/components/ui/form/section";
import { isDescribed, wayLooks, ways } from "../../state/way";
import { withWay } from "../../state/wizard";
import { useWizard } from "../../wizard-context";
import { ChoiceTiles } from "./choice-tiles";
import { CloneSource } from "./clone-source";
import { CloudInitSection } from "./cloud-init/cloud-init-section";
import { DescribedSource } from "./described-source";
import { NeedsSection } from "./needs-section";
import { PresetChoice } from "./preset-choice";
import { QemuSource } from "./qemu-source";
import { XmlSource } from "./xml-source";

const tiles = ways.map((value) => ({ value, ...wayLooks[value] }));

/** The first step, and for most VMs the only one: where it comes from, what sort it is, what it is called. */
export function StartStep() {
  const { wizard, choices, update } = useWizard();
  const { way, start } = wizard;
  return (
    <>
      <Section title="Source">
        <ChoiceTiles
          legend="Source"
          tiles={tiles}
          value={way}
          onChange={(chosen) => update((before) => withWay(before, chosen, choices))}
        />
      </Section>
      {isDescribed(way) && way !== "qemu" ? (
        <Section title="Preset">
          <PresetChoice />
        </Section>
      ) : null}
      {way === "qemu" ? <QemuSource /> : null}
      {way === "xml" ? <XmlSource /> : null}
      {way === "clone" || way === "template" ? <CloneSource key={way} /> : null}
      {isDescribed(way) ? <DescribedSource way={way} /> : null}
      {isDescribed(way) && way !== "qemu" ? <NeedsSection /> : null}
      {way === "cloud-image" ? <CloudInitSection /> : null}
      <CheckField
        label="Start after creation"
        note="Its console opens automatically."
        checked={start}
        onChange={(on) => update((before) => ({ ...before, start: on }))}
      />
    </>
  );
}
