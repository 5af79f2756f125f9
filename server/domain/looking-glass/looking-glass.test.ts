import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical } from "../../xml/canonical.test-data";
import { parseXml, serializeXml } from "../../xml/xml";
import { attachCard } from "../edit/attach-card";
import { definitions } from "../edit/definitions.test-data";
import { detachCard } from "../edit/detach-card";
import { dropHugepages, setHugepages } from "../edit/hugepages";
import { addLookingGlass, readLookingGlass, removeLookingGlass } from "./looking-glass";
import type { LookingGlass } from "./looking-glass.schema";

type Document = ReturnType<typeof parseXml>;

/** With all that is changed for Looking Glass, laid out as libvirt does. */
const desktop = `<domain type='kvm'>
  <name>desktop</name>
  <os><type arch='x86_64' machine='pc-q35-8.2'>hvm</type></os>
  <devices>
    <!-- the first -->
    <controller type='pci' index='0' model='pcie-root'/>
    <input type='tablet' bus='usb'>
      <address type='usb' bus='0' port='1'/>
    </input>
    <input type='keyboard' bus='ps2'/>
    <graphics type='vnc' port='-1'><listen type='socket'/></graphics>
    <video>
      <model type='qxl' ram='65536' vram='65536' vgamem='16384' heads='1' primary='yes'/>
      <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0'/>
    </video>
    <video>
      <model type='virtio'/>
    </video>
    <memballoon model='virtio'>
      <stats period='5'/>
    </memballoon>
  </devices>
</domain>
`;
const all = { ...definitions, desktop };

const choices = fc.record<LookingGlass>({
  mebibytes: fc.constantFrom(32, 64, 128),
  memory: fc.constantFrom("shm", "kvmfr"),
  video: fc.constantFrom("none", "vga", "keep"),
  spice: fc.boolean(),
});
const others: [(document: Document) => void, (document: Document) => void][] = [
  [(document) => setHugepages(document, 2n ** 30n), dropHugepages],
  [
    (document) => attachCard(document, [{ address: "0000:61:00.0", vendorId: "10de", deviceId: "2204" }], {}),
    (document) => void detachCard(document, ["0000:61:00.0"]),
  ],
];
const plain: LookingGlass = { mebibytes: 64, memory: "shm", video: "none", spice: true };

function edited(xml: string, ...acts: readonly ((document: Document) => unknown)[]): string {
  const document = parseXml(xml);
  for (const act of acts) act(document);
  return serializeXml(document);
}

describe.each(Object.entries(all))("Looking Glass in %s", (_name, xml) => {
  test("is taken away exactly, whatever is changed besides and however often it is set up", () => {
    const acts = fc.tuple(fc.array(choices, { minLength: 1, maxLength: 3 }), fc.shuffledSubarray(others));
    fc.assert(
      fc.property(acts, fc.nat(2), ([wanted, around], before) => {
        let document = parseXml(xml);
        const outer = around.slice(0, before);
        const inner = around.slice(before);
        for (const [act] of outer) act(document);
        for (const one of wanted) addLookingGlass(document, one);
        for (const [act] of inner) act(document);
        document = parseXml(serializeXml(document));
        expect(readLookingGlass(document)).toEqual(wanted.at(-1));
        for (const [, inverse] of inner.toReversed()) inverse(document);
        removeLookingGlass(document);
        expect(readLookingGlass(document)).toBeNull();
        for (const [, inverse] of outer.toReversed()) inverse(document);
        expect(canonical(serializeXml(document))).toBe(canonical(xml));
      }),
      { numRuns: 60 },
    );
  });
});

test("is what Looking Glass's documentation asks for", () => {
  const xml = edited(desktop, (document) => addLookingGlass(document, plain));
  expect(xml).toContain("<shmem name='looking-glass'>");
  expect(xml).toMatch(/<model type='ivshmem-plain'\/>\s*<size unit='M'>64<\/size>/);
  expect(xml).toMatch(
    /<graphics type='spice' autoport='yes'>\s*<listen type='address' address='127.0.0.1'\/>/,
  );
  expect(xml).toContain("<memballoon model='none'/>");
  expect(xml.match(/<video>\s*<model type='none'\/>\s*<\/video>/g)).toHaveLength(1);
  expect(xml.match(/<input type='(mouse|keyboard)' bus='virtio'>/g)).toHaveLength(2);
  expect(xml.replace(/<metadata>[\s\S]*<\/metadata>/, "")).not.toContain("tablet");
});

test("goes by the kernel module's device as an argument of QEMU's, in a slot that nothing else has", () => {
  const xml = edited(desktop, (document) => addLookingGlass(document, { ...plain, memory: "kvmfr" }));
  expect(xml).not.toContain("<shmem");
  const values = [...parseXml(xml).getElementsByTagName("qemu:arg")].map((one) => one.getAttribute("value"));
  expect(values[0]).toBe("-object");
  expect(JSON.parse(values[1] ?? "")).toEqual({
    "qom-type": "memory-backend-file",
    id: "looking-glass",
    "mem-path": "/dev/kvmfr0",
    size: 64 * 2 ** 20,
    share: true,
  });
  expect(JSON.parse(values[3] ?? "")).toMatchObject({ driver: "ivshmem-plain", bus: "pcie.0", addr: "0x10" });
  expect(xml.match(/slot='0x10'/g)).toBeNull();
});

test("leaves what somebody has changed since", () => {
  const changed = edited(desktop, (document) => addLookingGlass(document, plain)).replace(
    "<model type='none'/>",
    "<model type='bochs'/>",
  );
  const xml = edited(changed, removeLookingGlass);
  expect(xml).toContain("<model type='bochs'/>");
  expect(xml).not.toMatch(/qxl|shmem|spice|passdeck/);
  expect(xml).toContain("<stats period='5'/>");
});

test("is refused beside shared memory that somebody else added, and where it is not", () => {
  const theirs = desktop.replace(
    "<!-- the first -->",
    "<shmem name='looking-glass'><size unit='M'>32</size></shmem>",
  );
  expect(() => edited(theirs, (document) => addLookingGlass(document, plain))).toThrow(/already/);
  expect(() => edited(theirs, removeLookingGlass)).toThrow(/not set up by Passdeck/);
});
