"use client";

import { AreaField } from "../../field/lines-field";
import { Section } from "../../field/section";
import { TextField } from "../../field/text-field";
import { useWizard } from "../../wizard-context";
import { TextFile } from "./text-file";
import { XmlReading } from "./xml-reading";

/** A definition that was made elsewhere, taken as it is. */
export function XmlSource() {
  const { wizard, update } = useWizard();
  return (
    <Section title="Definition">
      <AreaField
        label="libvirt XML"
        note="A whole <domain>, as virsh dumpxml prints it. It is checked against libvirt’s schema and taken as it is."
        path={["xml"]}
        rows={14}
        wrap={false}
        placeholder={"<domain type='kvm'>\n  …"}
        value={wizard.text}
        onChange={(text) => update((before) => ({ ...before, text }))}
      />
      <TextFile onText={(text) => update((before) => ({ ...before, text }))} accept=".xml,text/xml" />
      <XmlReading text={wizard.text} />
      <TextField
        label="Name"
        note="Empty: the name in the XML."
        path={["name"]}
        value={wizard.xmlName}
        onChange={(xmlName) => update((before) => ({ ...before, xmlName }))}
      />
    </Section>
  );
}
