"use client";

import type { Hardware } from "@/server/domain/hardware/hardware.schema";
import type { Section } from "@/server/domain/hardware/section.schema";
import { HardwareForm } from "./form/hardware-form";
import { PanelHeader } from "./panel-header";
import { PinPicture } from "./pinning/pin-picture";

/** A part of the machine itself. */
export function SectionPanel({ section, hardware }: { section: Section; hardware: Hardware }) {
  const view = hardware.sections.find(({ id }) => id === section.id);
  const cpu = hardware.sections.find(({ id }) => id === "cpu")?.values ?? {};
  return (
    <>
      <PanelHeader title={section.title} note={section.note} waiting={view?.waiting ?? null} />
      <HardwareForm
        key={section.id}
        subject={section.id}
        name={section.title}
        fields={section.fields}
        values={view?.values ?? {}}
        check={section.check}
        {...(section.id === "pinning" && {
          above: (shown, set) => <PinPicture fields={section.fields} shown={shown} cpu={cpu} onSet={set} />,
        })}
      />
    </>
  );
}
