import { beforeAll, expect, test } from "vitest";
import { schemasHere } from "../../host/libvirt/schemas.test-data";
import { canonical } from "../../xml/canonical.test-data";
import { digestOf } from "../../xml/digest";
import { parseXml, serializeXml } from "../../xml/xml";
import { patternsOfDomains } from "../changes/grammar/domain-patterns";
import type { Patterns } from "../changes/grammar/read-grammar";
import { findDevice } from "../devices/find-device";
import { readValues } from "../fields/values";
import { schemaProblems } from "../validate/schema-problems";
import { applyEdit, targetOf } from "./apply-edit";
import { definition } from "./choice-line.test-data";

let patterns: Patterns | null;
beforeAll(async () => {
  patterns = await patternsOfDomains(schemasHere);
});

type Values = Record<string, string | null>;

async function changed(before: string, key: string, to: Values) {
  const document = parseXml(before);
  const target = targetOf(document, key);
  const now = target === undefined ? {} : readValues(target.element, target.fields);
  const from = Object.fromEntries(Object.keys(to).map((name) => [name, now[name] ?? null]));
  const gone = applyEdit(document, { act: "change", key, from, to }, patterns);
  const after = serializeXml(document);
  expect(await schemaProblems(before, schemasHere)).toEqual([]);
  expect(await schemaProblems(after, schemasHere)).toEqual([]);
  return { after, gone };
}

function removed(before: string, key: string) {
  const document = parseXml(before);
  const device = findDevice(document, key);
  if (device === undefined) throw new Error(`There is no ${key}.`);
  const gone = applyEdit(document, { act: "remove", key, digest: digestOf(device.element) });
  return { after: serializeXml(document), gone };
}

/** As virt-manager makes one. */
const spice = definition(`<controller type='usb' index='0' model='qemu-xhci' ports='15'/>
<serial type='spiceport'><source channel='org.qemu.console.serial.0'/><target type='isa-serial' port='0'><model name='isa-serial'/></target></serial>
<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
<channel type='spicevmc'><target type='virtio' name='com.redhat.spice.0'/></channel>
<channel type='spiceport'><source channel='org.spice-space.webdav.0'/><target type='virtio' name='org.spice-space.webdav.0'/></channel>
<input type='tablet' bus='usb'/>
<graphics type='spice' port='5900' tlsPort='5901' autoport='yes' listen='127.0.0.1' keymap='de' defaultMode='any'><listen type='address' address='127.0.0.1'/><channel name='main' mode='secure'/><image compression='off'/><jpeg compression='auto'/><zlib compression='auto'/><playback compression='on'/><streaming mode='filter'/><clipboard copypaste='no'/><mouse mode='client'/><filetransfer enable='no'/><gl enable='no'/></graphics>
<sound model='ich9'><audio id='1'/></sound><audio id='1' type='spice'/>
<video><model type='qxl' ram='65536' vram='65536' vgamem='16384' heads='1' primary='yes'/></video>
<smartcard mode='passthrough' type='spicevmc'/>
<redirdev bus='usb' type='spicevmc'/><redirdev bus='usb' type='spicevmc'/>
<redirfilter><usbdev allow='no'/></redirfilter>`);

test("SPICE becomes VNC in one step, with all that was SPICE's", async () => {
  const { after, gone } = await changed(spice, "screen:0", { type: "vnc" });
  expect(after).not.toMatch(/spice|qxl|redir|smartcard|compression|streaming|tlsPort|defaultMode|<gl/i);
  expect(after).toContain(
    "<graphics type='vnc' port='5900' autoport='yes' keymap='de'><listen type='address' address='127.0.0.1'/></graphics>",
  );
  expect(after).toContain("org.qemu.guest_agent.0");
  expect(after).toContain("<serial type='pty'><target type='isa-serial' port='0'>");
  expect(after).toContain("<sound model='ich9'><audio id='1'/></sound><audio id='1' type='none'/>");
  expect(after).toContain("<model type='virtio' heads='1' primary='yes'/>");
  const words = gone.join(", ");
  for (const part of ["com.redhat.spice.0", "webdav", "redirected USB port", "smart card", "QXL", "<image>"])
    expect(words).toContain(part);
});

test("what is SPICE's stays while there is another SPICE display", async () => {
  const two = spice.replace("<sound", "<graphics type='spice' port='5902'/><sound");
  const { after } = await changed(two, "screen:0", { type: "vnc" });
  expect(after).toContain("com.redhat.spice.0");
  expect(after).toContain("type='qxl'");
});

test("without a SPICE display nothing that only it serves is left", () => {
  const { after, gone } = removed(spice, "screen:0");
  expect(after).not.toMatch(/spicevmc|spiceport|qxl|redir/);
  expect(gone.join()).toContain("com.redhat.spice.0");
});

/** As libvirt writes the USB 2 controller of q35. */
const usb2 =
  definition(`<controller type='usb' index='0' model='ich9-ehci1'><address type='pci' domain='0x0000' bus='0x00' slot='0x1d' function='0x7'/></controller>
<controller type='usb' index='0' model='ich9-uhci1'><master startport='0'/><address type='pci' domain='0x0000' bus='0x00' slot='0x1d' function='0x0' multifunction='on'/></controller>
<controller type='usb' index='0' model='ich9-uhci2'><master startport='2'/><address type='pci' domain='0x0000' bus='0x00' slot='0x1d' function='0x1'/></controller>
<controller type='usb' index='0' model='ich9-uhci3'><master startport='4'/><address type='pci' domain='0x0000' bus='0x00' slot='0x1d' function='0x2'/></controller>
<controller type='usb' index='1' model='ich9-ehci1'/><controller type='usb' index='1' model='ich9-uhci1'><master startport='0'/></controller>
<input type='tablet' bus='usb'><address type='usb' bus='0' port='6'/></input>
<hub type='usb'><address type='usb' bus='1' port='1'/></hub>`);

test("a USB 2 controller takes its companions and the places on it along", async () => {
  const { after, gone } = await changed(usb2, "controller:0", { model: "qemu-xhci" });
  expect(after).toContain("<controller type='usb' index='0' model='qemu-xhci'/>");
  expect(after.match(/index='0' model='ich9/g)).toBeNull();
  expect(after.match(/index='1' model='ich9/g)).toHaveLength(2);
  expect(after).toContain("<input type='tablet' bus='usb'/>");
  expect(after).toContain("<address type='usb' bus='1' port='1'/>");
  expect(gone.join()).toMatch(/ich9-uhci1.*ich9-uhci2.*ich9-uhci3/);
});

test("a companion is changed with its controller alone", () => {
  const edit = {
    act: "change",
    key: "controller:1",
    from: { model: "ich9-uhci1" },
    to: { model: "qemu-xhci" },
  } as const;
  expect(() => applyEdit(parseXml(usb2), edit, patterns)).toThrow(/companion of the USB controller 0/);
});

test("a USB 2 controller gets its companions, and loses them when it is removed", async () => {
  const xhci = definition("<controller type='usb' index='0' model='qemu-xhci'/>");
  const { after } = await changed(xhci, "controller:0", { model: "ich9-ehci1" });
  for (const model of [
    "uhci1'><master startport='0'",
    "uhci2'><master startport='2'",
    "uhci3'><master startport='4'",
  ])
    expect(after).toContain(model);
  expect((await changed(after, "controller:0", { model: "qemu-xhci" })).after).toBe(xhci);
  expect(removed(after, "controller:0").after).not.toContain("<controller");
});

const i440fx = (devices: string) => definition(devices).replace("pc-q35-7.2", "pc-i440fx-7.2");

test("a machine of another family gets buses of its own", async () => {
  const before =
    i440fx(`<disk type='file' device='disk'><source file='/a'/><target dev='hda' bus='ide'/><address type='drive' controller='0' bus='0' target='0' unit='0'/></disk>
<disk type='file' device='cdrom'><target dev='hdc' bus='ide'/><readonly/></disk>
<controller type='pci' index='0' model='pci-root'/><controller type='ide' index='0'><address type='pci' domain='0' bus='0' slot='1' function='1'/></controller>
<controller type='usb' index='0' model='piix3-uhci'><address type='pci' domain='0' bus='0' slot='1' function='2'/></controller>
<hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0' bus='1' slot='0' function='0'/></source><address type='pci' domain='0' bus='0' slot='5' function='0'/></hostdev>`);
  const { after, gone } = await changed(before, "firmware", { machine: "q35" });
  expect(after).not.toMatch(/<address type='pci'|pci-root|type='ide'|bus='ide'/);
  expect(after).toContain("<target dev='sda' bus='sata'/>");
  expect(after).toContain("<target dev='sdb' bus='sata'/>");
  expect(after).toContain("<source><address domain='0' bus='1' slot='0' function='0'/></source>");
  expect(gone.join()).toMatch(/PCI and IDE controllers.*PCI addresses.*SATA/);
});

test("a machine of another version keeps its places", async () => {
  const before = definition(
    "<controller type='pci' index='0' model='pcie-root'/><watchdog model='i6300esb' action='reset'><address type='pci' domain='0' bus='0' slot='5' function='0'/></watchdog>",
  );
  const { after, gone } = await changed(before, "firmware", { machine: "pc-q35-8.2" });
  expect(canonical(after)).toBe(canonical(before.replace("7.2", "8.2")));
  expect(gone).toEqual([]);
});

test("without an image of its own the firmware has no variables of it", async () => {
  const before = definition("").replace(
    "</type>",
    "</type><loader readonly='yes' secure='yes' type='pflash'>/a.fd</loader><nvram template='/b.fd'>/c.fd</nvram>",
  );
  const { after } = await changed(before, "firmware", { loader: null });
  expect(after).not.toMatch(/loader|nvram/);
  const another = await changed(before, "firmware", { loader: "/d.fd" });
  expect(another.after).toContain("<nvram>/c.fd</nvram>");
});

test("a sound card whose backend is removed names none", () => {
  const { after } = removed(
    definition(
      "<sound model='ich9'><audio id='2'/></sound><audio id='1' type='none'/><audio id='2' type='alsa'/>",
    ),
    "audio:1",
  );
  expect(after).toContain("<sound model='ich9'/><audio id='1' type='none'/>");
});
