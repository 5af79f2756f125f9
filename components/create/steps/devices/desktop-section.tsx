"use client";

import { lazy, Suspense, useState } from "react";
import { HostInputFields } from "@/components/device/desktop/host-input-fields";
import { LookingGlassFields, usualLookingGlass } from "@/components/device/desktop/looking-glass-fields";
import { CheckField } from "@/components/ui/form/check-field";
import { Section } from "@/components/ui/form/section";
import type { LookingGlassFiles } from "@/server/prepare/looking-glass/looking-glass-files.schema";
import { useDraft, useWizard } from "../../wizard-context";

const ChangeDialog = lazy(() => import("@/components/boot/change-dialog"));

/** How a desktop on a GPU is seen and reached from the host. */
export function DesktopSection() {
  const { hostId, choices, reloadChoices } = useWizard();
  const [files, setFiles] = useState<LookingGlassFiles | null>(null);
  const [{ lookingGlass, hostInputs }, change] = useDraft();
  return (
    <>
      <Section title="Looking Glass" path={["lookingGlass"]}>
        <CheckField
          label="Set up for Looking Glass"
          note="The GPU’s picture in a window on the host. The emulated display stays for the installation."
          checked={lookingGlass !== null}
          onChange={(on) => change({ lookingGlass: on ? { ...usualLookingGlass, video: "keep" } : null })}
        />
        {lookingGlass === null ? null : (
          <LookingGlassFields
            withoutVideo
            value={lookingGlass}
            host={choices.lookingGlass}
            onChange={(chosen) => change({ lookingGlass: chosen })}
            onSetUp={setFiles}
          />
        )}
        {files === null ? null : (
          <Suspense>
            <ChangeDialog
              hostId={hostId}
              change={{ lookingGlass: files }}
              onClose={() => {
                setFiles(null);
                void reloadChoices();
              }}
            />
          </Suspense>
        )}
      </Section>
      <Section title="Input devices of the host" path={["hostInputs", "devices"]}>
        <CheckField
          label="Keyboard and mouse of the host (evdev)"
          note="Switched between host and VM by keys. While the VM has them, the host can’t be used by them."
          checked={hostInputs !== null}
          onChange={(on) => change({ hostInputs: on ? { devices: [], toggle: "ctrl-ctrl" } : null })}
        />
        {hostInputs === null ? null : (
          <HostInputFields
            value={hostInputs}
            inputs={choices.inputs}
            onChange={(chosen) => change({ hostInputs: chosen })}
          />
        )}
      </Section>
    </>
  );
}
