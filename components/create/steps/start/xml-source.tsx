"use client";

import { AreaField } from "@/components/ui/form/lines-field";
import { Section } from "@/components/ui/form/section";
import { TextField } from "@/components/ui/form/text-field";
import { useWizard } from "../../wizard-context";
import { TextFile } from "./text-file";
import { XmlReading } from "./xml-reading";

/** A definition that was made elsewhere, taken as it is. */
export default function XmlSource() {
  const { hostId, wizard, update } = useWizard();
  return (
    <Section title="Definition">
      <AreaField
        label="libvirt XML"
        note="A complete <domain>, as printed by virsh dumpxml. It is validated against libvirt’s schema and used unchanged."
        path={["xml"]}
        rows={14}
        wrap={false}
        placeholder={"<domain type='kvm'>\n  …"}
        value={wizard.text}
        onChange={(text) => update((before) => ({ ...before, text }))}
      />
      <TextFile onText={(text) => update((before) => ({ ...before, text }))} accept=".xml,text/xml" />
      <XmlReading hostId={hostId} text={wizard.text} />
      <TextField
        label="Name"
        note="Leave empty to use the name in the XML."
        path={["name"]}
        value={wizard.xmlName}
        onChange={(xmlName) => update((before) => ({ ...before, xmlName }))}
      />
    </Section>
  );
}
