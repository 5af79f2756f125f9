"use client";

import { CheckField } from "@/components/ui/check-field";
import type { GraphicsSpecification } from "@/server/create/specification/display.schema";
import { Columns, Section } from "../../field/section";
import { SelectField } from "../../field/select-field";
import { useDraft } from "../../wizard-context";

const screens = [
  { value: "vnc", label: "VNC: shown in the browser" },
  { value: "spice", label: "SPICE: for virt-viewer on the host" },
  { value: "none", label: "None" },
] as const;

const listens = [
  { value: "socket", label: "A socket of the host" },
  { value: "loopback", label: "The host’s loopback address" },
] as const;

const videos = [
  { value: "automatic", label: "What suits the machine" },
  { value: "virtio", label: "virtio" },
  { value: "qxl", label: "QXL" },
  { value: "vga", label: "VGA" },
  { value: "bochs", label: "Bochs" },
  { value: "cirrus", label: "Cirrus" },
  { value: "none", label: "None: a GPU of the host is the only one" },
] as const;

const sounds = [
  { value: "none", label: "None" },
  { value: "ich9", label: "HD Audio (ich9)" },
  { value: "ich6", label: "HD Audio (ich6)" },
  { value: "ac97", label: "AC’97, for old systems" },
] as const;

/** What the guest is seen and heard by. */
export function DisplaySection() {
  const [{ graphics, video, sound, tablet, serialConsole }, change] = useDraft();
  return (
    <Section title="Screen, sound and console" path={["graphics"]}>
      <Columns>
        <SelectField
          label="Screen"
          note="Never open to the network: viewers come in through Passdeck."
          value={graphics.kind}
          choices={screens}
          onChange={(kind) => change({ graphics: graphicsOf(kind) })}
        />
        {graphics.kind === "none" ? null : (
          <SelectField
            label="Listens on"
            value={graphics.listen}
            choices={listens}
            onChange={(listen) => change({ graphics: { ...graphics, listen } })}
          />
        )}
        <SelectField
          label="Display"
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
          label="3D by the host’s GPU"
          note="Needs a GPU that stays with the host, and its Mesa driver."
          checked={graphics.gl}
          onChange={(gl) => change({ graphics: { ...graphics, gl } })}
        />
      )}
      <CheckField
        label="Tablet"
        note="The guest’s pointer is where yours is."
        checked={tablet}
        onChange={(on) => change({ tablet: on })}
      />
      <CheckField
        label="Serial console"
        note="Works where network and screen don’t."
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
