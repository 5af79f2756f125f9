import { describe, expect, test } from "vitest";
import { readDefinition } from "../../domain/definition";
import { hideKvm, showKvm } from "../../domain/edit/hide-kvm";
import { readDomain } from "../../domain/edit/read-domain";
import { schemaProblems } from "../../domain/validate/schema-problems";
import { AppError } from "../../errors";
import { schemasHere } from "../../host/libvirt/schemas.test-data";
import { serializeXml } from "../../xml/xml";
import { applyPreset, dropPreset } from "./preset-edit";
import { presetIds } from "./preset-ids.schema";

const bare = `<domain type='kvm'>
  <name>vm</name>
  <memory>1048576</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
</domain>
`;
const rich = `<?xml version="1.0"?>
<!-- by hand -->
<domain type='kvm'>
  <name>vm</name>
  <metadata><tool:note xmlns:tool='urn:tool'>keep</tool:note></metadata>
  <memory unit='KiB'>1048576</memory>
  <vcpu>4</vcpu>
  <os>
    <type arch='x86_64' machine='pc-q35-7.2'>hvm</type>
  </os>
  <features>
    <hyperv>
      <!-- only these -->
      <relaxed state='off'/>
    </hyperv>
    <acpi/>
  </features>
  <cpu mode='custom' match='exact'>
    <model>Skylake-Client</model>
    <topology sockets='1' dies='1' cores='4' threads='1'/>
    <feature policy='require' name='vmx'/>
  </cpu>
  <clock offset='variable' adjustment='3600' basis='utc'/>
  <pm>
    <suspend-to-mem enabled='yes'/>
  </pm>
  <devices>
    <memballoon model='virtio'>
      <stats period='5'/>
    </memballoon>
    <video><model type='vga'/></video>
  </devices>
</domain>`;

describe("a preset's settings in a VM that there is", () => {
  const cases = presetIds.flatMap((id) => [[id, bare] as const, [id, rich] as const]);

  test.each(cases)("%s is taken back to the letter", async (id, text) => {
    const document = readDomain(text);
    applyPreset(document, id);
    const edited = serializeXml(document);
    expect(edited).not.toBe(text);
    expect(await schemaProblems(edited, schemasHere)).toEqual([]);
    const again = readDomain(edited);
    dropPreset(again);
    expect(serializeXml(again)).toBe(text);
  });

  test("replaces what the preset is about, and nothing else", () => {
    const document = readDomain(rich);
    applyPreset(document, "industrial-igd");
    const edited = serializeXml(document);
    expect(edited).toContain("<cpu mode='host-passthrough'>");
    expect(edited).toContain("<topology sockets='1' dies='1' cores='4' threads='1'/>");
    expect(edited).toContain("<feature policy='require' name='vmx'/>");
    expect(edited).toContain("<ioapic driver='kvm'/>");
    expect(edited).toContain("<relaxed state='off'/>");
    expect(edited).toContain("<timer name='hypervclock' present='yes'/>");
    expect(edited).toContain("<suspend-to-disk enabled='no'/>");
    expect(edited).toContain("<memballoon model='none'/>");
    expect(edited).toContain("<tool:note xmlns:tool='urn:tool'>keep</tool:note>");
    expect(readDefinition(edited).machine).toBe("pc-q35-7.2");
  });

  test("gives way to another preset, and goes back to what was before both", () => {
    const document = readDomain(rich);
    applyPreset(document, "windows-gpu");
    applyPreset(document, "linux-gpu");
    dropPreset(document);
    expect(serializeXml(document)).toBe(rich);
  });

  test("is taken back with edits around it", () => {
    const document = readDomain(rich);
    hideKvm(document);
    applyPreset(document, "windows-gpu");
    dropPreset(document);
    showKvm(document);
    expect(serializeXml(document)).toBe(rich);
  });

  test("refuses names and VMs that it is not for", () => {
    expect(() => applyPreset(readDomain(bare), "gaming")).toThrow('no preset "gaming"');
    expect(() => dropPreset(readDomain(bare))).toThrow(AppError);
    const container = "<domain type='lxc'><name>c</name><os><type>exe</type></os></domain>";
    expect(() => applyPreset(readDomain(container), "linux-server")).toThrow("x86 VMs");
  });
});
