"use client";

import dynamic from "next/dynamic";
import { CheckField } from "@/components/ui/form/check-field";
import { Section } from "@/components/ui/form/section";
import { Skeleton } from "@/components/ui/skeleton";
import { needsOf } from "../../state/needs";
import { isDescribed, wayLooks, ways } from "../../state/way";
import { withWay } from "../../state/wizard";
import { useWizard } from "../../wizard-context";
import { ChoiceTiles } from "./choice-tiles";
import { DescribedSource } from "./described-source";
import { PresetChoice } from "./preset-choice";

// Most VMs are installed from an ISO: what other sources and presets ask for is fetched when they are chosen.
const loading = () => <Skeleton className="h-40" />;
const CloneSource = dynamic(() => import("./clone-source").then((module) => module.CloneSource), { loading });
const CloudInitSection = dynamic(
  () => import("./cloud-init/cloud-init-section").then((module) => module.CloudInitSection),
  { loading },
);
const NeedsSection = dynamic(() => import("./needs-section").then((module) => module.NeedsSection), {
  loading,
});
const QemuSource = dynamic(() => import("./qemu-source").then((module) => module.QemuSource), { loading });
const XmlSource = dynamic(() => import("./xml-source").then((module) => module.XmlSource), { loading });

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
      {isDescribed(way) && way !== "qemu" && needsOf(wizard).length > 0 ? <NeedsSection /> : null}
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
