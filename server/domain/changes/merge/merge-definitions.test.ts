import { describe, expect, test } from "vitest";
import { canonical } from "../../../xml/canonical.test-data";
import { i440fx, q35 } from "../../edit/definitions.test-data";
import { mergeDefinitions } from "./merge-definitions";

const base = `<domain type='kvm'>
  <name>web</name>
  <memory unit='KiB'>65536</memory>
  <vcpu>4</vcpu>
  <os>
    <boot dev='hd'/>
    <boot dev='network'/>
  </os>
  <cpu mode='custom'>
    <topology sockets='1' cores='2' threads='2'/>
  </cpu>
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/>
      <source file='/a.qcow2'/>
      <target dev='vda' bus='virtio'/>
      <address type='pci' bus='0x04' slot='0x00'/>
    </disk>
    <interface type='network'>
      <mac address='52:54:00:00:00:01'/>
      <source network='default'/>
      <model type='virtio'/>
      <address type='pci' bus='0x01' slot='0x00'/>
    </interface>
    <redirdev bus='usb' type='spicevmc'/>
    <redirdev bus='usb' type='spicevmc'/>
  </devices>
</domain>
`;

type Edit = [from: string, to: string];

/** `base` with each of the texts replaced by the one behind it. */
function edited(...edits: Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, base);
}

function merge(mine: Edit, theirs: Edit, choices = {}) {
  return mergeDefinitions({ base, mine: edited(mine), theirs: edited(theirs) }, choices);
}

const boots = ["    <boot dev='hd'/>\n", "    <boot dev='network'/>\n"] as const;
const moved: Edit = [boots.join(""), boots.toReversed().join("")];
const secondDisk = "    <disk type='file'>\n      <target dev='vdb'/>\n    </disk>\n";
const nic = base.slice(base.indexOf("    <interface"), base.indexOf("    <redirdev"));

describe("changes of different places are put together, to the letter", () => {
  test.each<[string, Edit, Edit]>([
    ["settings of the machine", ["65536", "131072"], ["<vcpu>4", "<vcpu>2"]],
    ["an added device and a removed one", ["    <redirdev", `${secondDisk}    <redirdev`], [nic, ""]],
    ["options of a driver", ["type='qcow2'/>", "type='qcow2' cache='none'/>"], ["name='qemu'", "name='q'"]],
    ["a device's mark and its model", [":01'", ":02'"], ["<model type='virtio'/>", "<model type='e1000e'/>"]],
    ["a comment and what is behind it", ["  <vcpu>", "  <!-- few -->\n  <vcpu>"], ["<vcpu>4", "<vcpu>2"]],
    ["an order and an addition", moved, ["  <os>\n", "  <os>\n    <boot dev='cdrom'/>\n"]],
    ["twins that only one side changed", ["type='spicevmc'", "type='tcp'"], ["<vcpu>4", "<vcpu>2"]],
  ])("%s", (_, mine, theirs) => {
    for (const merged of [merge(mine, theirs), merge(theirs, mine)]) {
      expect(merged).toEqual({ xml: edited(mine, theirs), conflicts: [] });
    }
  });

  test("what both added at one place stands there one after the other", () => {
    const adding = (text: string): Edit => ["  <vcpu>", `  ${text}\n  <vcpu>`];
    const { xml, conflicts } = merge(adding("<title>a</title>"), adding("<pm/>"));
    expect(conflicts).toEqual([]);
    expect(xml).toBe(edited(adding("<pm/>\n  <title>a</title>")));
  });

  test("what both added to hold others is shared", () => {
    const pins = (pin: string): Edit => ["  <os>", `  <cputune>\n    ${pin}\n  </cputune>\n  <os>`];
    const [first, second] = ["<vcpupin vcpu='0' cpuset='1'/>", "<vcpupin vcpu='1' cpuset='2'/>"];
    const { xml, conflicts } = merge(pins(first), pins(second));
    expect(conflicts).toEqual([]);
    expect(xml).toBe(edited(pins(`${second}\n    ${first}`)));
  });

  test("a namespace that one side needs is declared", () => {
    const theirs = q35.replace(
      "<vcpu placement='static' current='4'>",
      "<vcpu placement='static' current='2'>",
    );
    const before = q35
      .replace(/ xmlns:qemu='[^']*'/, "")
      .replace(/ *<qemu:commandline>.*\n<\/domain>/s, "</domain>");
    const mine = before.replace("win11", "win11 again");
    const { xml, conflicts } = mergeDefinitions({ base: before, mine, theirs });
    expect(conflicts).toEqual([]);
    expect(canonical(xml)).toBe(canonical(theirs.replace("win11", "win11 again")));
  });

  test.each([q35, i440fx])(
    "what nobody changed stays: comments, texts, foreign namespaces, white space",
    (text) => {
      const mine = text.replace(/ machine=(['"])[^'"]*/, " machine=$1other");
      const theirs = text.replace(/<memory[^>]*>\d+/, "<memory>1024");
      const { xml, conflicts } = mergeDefinitions({ base: text, mine, theirs });
      expect(conflicts).toEqual([]);
      expect(canonical(xml)).toBe(canonical(mine.replace(/<memory[^>]*>\d+/, "<memory>1024")));
    },
  );
});

describe("what both changed otherwise is a question", () => {
  const address = "<address type='pci' bus='0x01' slot='0x00'/>";
  test.each<[string, Edit, Edit, [name: string, mine: string | null, theirs: string | null]]>([
    ["a text", ["web", "mail"], ["web", "shop"], ["name", "<name>mail</name>", "<name>shop</name>"]],
    [
      "a text and the unit that explains it",
      ["unit='KiB'>65536", "unit='MiB'>128"],
      ["65536", "131072"],
      ["maximum memory", "<memory unit='MiB'>128</memory>", "<memory unit='KiB'>131072</memory>"],
    ],
    [
      "attributes that belong together",
      ["cores='2'", "cores='4'"],
      ["threads='2'", "threads='1'"],
      [
        "CPU, topology",
        "<topology sockets='1' cores='4' threads='2'/>",
        "<topology sockets='1' cores='2' threads='1'/>",
      ],
    ],
    [
      "an address",
      [address, address.replace("0x01", "0x02")],
      [address, address.replace("slot='0x00'", "slot='0x01'")],
      [
        "NIC 52:54:00:00:00:01, address",
        "<address type='pci' bus='0x02' slot='0x00'/>",
        "<address type='pci' bus='0x01' slot='0x01'/>",
      ],
    ],
    [
      "an option of a driver",
      ["type='qcow2'/>", "type='qcow2' cache='none'/>"],
      ["type='qcow2'/>", "type='qcow2' cache='unsafe'/>"],
      ["disk vda, driver, cache", "cache='none'", "cache='unsafe'"],
    ],
    [
      "a device that one removed and one changed",
      [nic, ""],
      ["'default'", "'lab'"],
      ["NIC 52:54:00:00:00:01", null, nic.replace("default", "lab").trim().replaceAll("\n    ", "\n")],
    ],
    [
      "a mark",
      [":01'", ":02'"],
      [":01'", ":03'"],
      [
        "NIC 52:54:00:00:00:02, mac",
        "<mac address='52:54:00:00:00:02'/>",
        "<mac address='52:54:00:00:00:03'/>",
      ],
    ],
    [
      "two devices at one place",
      ["    <redirdev", `${secondDisk}    <redirdev`],
      ["    <redirdev", `${secondDisk.replace("file", "block")}    <redirdev`],
      [
        "disk vdb",
        "<disk type='file'>\n  <target dev='vdb'/>\n</disk>",
        "<disk type='block'>\n  <target dev='vdb'/>\n</disk>",
      ],
    ],
    [
      "twins",
      ["<redirdev bus='usb' type='spicevmc'/>\n    ", ""],
      [
        "<redirdev bus='usb' type='spicevmc'/>",
        "<redirdev bus='usb' type='spicevmc'><boot order='1'/></redirdev>",
      ],
      [
        "USB redirection spicevmc",
        "<redirdev bus='usb' type='spicevmc'/>",
        "<redirdev bus='usb' type='spicevmc'><boot order='1'/></redirdev>\n<redirdev bus='usb' type='spicevmc'/>",
      ],
    ],
    [
      "what belongs to another program",
      ["  <vcpu>", "  <metadata><x:x xmlns:x='urn:x'><x:a/></x:x></metadata>\n  <vcpu>"],
      ["  <vcpu>", "  <metadata><x:x xmlns:x='urn:x'><x:b/></x:x></metadata>\n  <vcpu>"],
      ["notes of programs, x:x", "<x:x xmlns:x='urn:x'><x:a/></x:x>", "<x:x xmlns:x='urn:x'><x:b/></x:x>"],
    ],
  ])("%s", (_, mine, theirs, [name, myText, theirText]) => {
    const open = merge(mine, theirs);
    expect(open.conflicts).toEqual([{ place: expect.any(String), name, mine: myText, theirs: theirText }]);
    expect(open.xml).toBe(edited(theirs));
    const place = open.conflicts[0]?.place ?? "";
    expect(merge(mine, theirs, { [place]: "theirs" })).toEqual(open);
    expect(merge(mine, theirs, { [place]: "mine" })).toEqual({ ...open, xml: edited(mine) });
  });

  test("the order, where both moved something", () => {
    const three = (...order: string[]) =>
      `<domain type='kvm'><os>${order.map((dev) => `<boot dev='${dev}'/>`).join("")}</os></domain>`;
    const texts = {
      base: three("hd", "network", "cdrom"),
      mine: three("network", "hd", "cdrom"),
      theirs: three("hd", "cdrom", "network"),
    };
    const { conflicts } = mergeDefinitions(texts);
    expect(conflicts).toMatchObject([
      { name: "firmware and boot, order", mine: "boot network\nboot hd\nboot cdrom" },
    ]);
    const [place = ""] = conflicts.map((conflict) => conflict.place);
    expect(mergeDefinitions(texts, { [place]: "mine" }).xml).toBe(texts.mine);
    expect(mergeDefinitions(texts, { [place]: "theirs" }).xml).toBe(texts.theirs);
  });

  test("and what only one changed is taken whatever is chosen", () => {
    const mine = edited(["web", "mail"], ["<vcpu>4", "<vcpu>2"]);
    const { xml } = mergeDefinitions({ base, mine, theirs: edited(["web", "shop"], ["65536", "131072"]) });
    expect(xml).toBe(edited(["web", "shop"], ["<vcpu>4", "<vcpu>2"], ["65536", "131072"]));
  });
});
