"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { Columns, Section } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import type { GraphicsSpecification } from "@/server/create/specification/display.schema";
import { useDraft } from "../../wizard-context";

const screens = [
  { value: "vnc", label: "VNC (shown in the browser)" },
  { value: "spice", label: "SPICE (for virt-viewer on the host)" },
  { value: "none", label: "None" },
] as const;

const listens = [
  { value: "socket", label: "UNIX socket" },
  { value: "loopback", label: "Loopback address" },
] as const;

const videos = [
  { value: "automatic", label: "Default for the machine type" },
  { value: "virtio", label: "virtio" },
  { value: "qxl", label: "QXL" },
  { value: "vga", label: "VGA" },
  { value: "bochs", label: "Bochs" },
  { value: "cirrus", label: "Cirrus" },
  { value: "none", label: "None (only a passed-through GPU)" },
] as const;

const sounds = [
  { value: "none", label: "None" },
  { value: "ich9", label: "HD Audio (ich9)" },
  { value: "ich6", label: "HD Audio (ich6)" },
  { value: "ac97", label: "AC’97 (for old systems)" },
] as const;

/** What the guest is seen and heard by. */
export function DisplaySection() {
  const [{ graphics, video, sound, tablet, serialConsole }, change] = useDraft();
  return (
    <Section title="Graphics, sound and console" path={["graphics"]}>
      <Columns>
        <SelectField
          label="Graphics"
          note="Never exposed to the network: viewers connect through Passdeck."
          value={graphics.kind}
          choices={screens}
          onChange={(kind) => change({ graphics: graphicsOf(kind) })}
        />
        {graphics.kind === "none" ? null : (
          <SelectField
            label="Listen type"
            value={graphics.listen}
            choices={listens}
            onChange={(listen) => change({ graphics: { ...graphics, listen } })}
          />
        )}
        <SelectField
          label="Video"
          path={["video"]}
          value={video ?? "automatic"}
          choices={videos}
          onChange={(chosen) => change({ video: chosen === "automatic" ? null : chosen })}
        />
        <SelectField
          label="Sound"
          value={sound ?? "none"}
          choices={sounds}
          onChange={(chosen) => change({ sound: chosen === "none" ? null : chosen })}
        />
      </Columns>
      {graphics.kind === "none" ? null : (
        <CheckField
          label="3D acceleration"
          note="By a host GPU with a Mesa driver that is not passed through."
          checked={graphics.gl}
          onChange={(gl) => change({ graphics: { ...graphics, gl } })}
        />
      )}
      <CheckField
        label="USB tablet"
        note="The guest’s pointer follows yours exactly."
        checked={tablet}
        onChange={(on) => change({ tablet: on })}
      />
      <CheckField
        label="Serial console"
        note="Works without network or display."
        checked={serialConsole}
        onChange={(on) => change({ serialConsole: on })}
      />
    </Section>
  );
}

function graphicsOf(kind: GraphicsSpecification["kind"]): GraphicsSpecification {
  if (kind === "none") return { kind };
  return { kind, listen: kind === "vnc" ? "socket" : "loopback", gl: false };
}
