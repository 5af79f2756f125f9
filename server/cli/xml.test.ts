import { describe, expect, test } from "vitest";
import { definitions } from "../domain/edit/definitions.test-data";
import { canonical } from "../xml/canonical.test-data";
import { passdeck } from "./passdeck.test-data";

function passdeckXml(input: string | Buffer, ...words: string[]) {
  return passdeck(["xml", ...words], input);
}

const { q35, bare } = definitions;
const forward = [
  "--attach",
  "0000:61:00.0",
  "--vcpus",
  "2",
  "--attach",
  "61:00.1",
  "--memory",
  "3GiB",
  "--pin",
  "1=0-3",
];
const further = ["--hugepages", "1GiB", "--hide-kvm"];
const back = [
  "--unpin",
  "1",
  "--detach",
  "0000:61:00.0",
  "--detach",
  "0000:61:00.1",
  "--vcpus",
  "8",
  "--memory",
  "8GiB",
];

describe("passdeck xml", { timeout: 180_000 }, () => {
  test("edits in one go, and takes all of it back", () => {
    const edited = passdeckXml(q35, ...forward, ...further);
    expect({ status: edited.status, stderr: edited.stderr }).toEqual({ status: 0, stderr: "" });
    for (const part of [">2</vcpu>", "multifunction='on'", "unit='KiB'>3145728<", "<hidden state='on'/>"]) {
      expect(edited.stdout).toContain(part);
    }
    const { stdout } = passdeckXml(edited.stdout, ...back, "--no-hugepages", "--no-hide-kvm");
    expect(canonical(stdout)).toBe(canonical(q35));
  });

  test("keeps line ends, a byte order mark and the encoding", () => {
    const text = "\uFEFF<domain type='kvm'>\r\n  <name>\u00e9</name>\r\n  <vcpu>1</vcpu>\r\n</domain>\r\n";
    expect(passdeckXml(text, "--vcpus", "2").stdout).toBe(text.replace(">1<", ">2<"));
  });

  test.each([
    ["no edit", bare, [], /no edit is named/],
    ["what is cut short", "<domain type='kvm'>\n<name>a</na", ["--hide-kvm"], /not well-formed/],
    [
      "what is cut short, with its line",
      "<domain>\n<name>a</name>\n<memory>\n</domain>",
      ["--hide-kvm"],
      /: line [34]: (?!.*line \d|.*caused)/,
    ],
    [
      "a unit that is none",
      "<domain type='kvm'><name>a</name><memory unit='foo'>1</memory></domain>",
      ["--hide-kvm"],
      /line 1: <memory> has "foo" for a unit/,
    ],
    ["control characters", "<domain type='kvm'>\n<name>\u0001</name></domain>", ["--hide-kvm"], /line 2: /],
    ["another root", "<network/>", ["--hide-kvm"], /its root is <network>/],
    ["a VM without a name", "<domain type='kvm'/>", ["--hide-kvm"], /line 1: the VM has no <name>/],
    ["a DOCTYPE", `<!DOCTYPE domain [<!ENTITY a "b">]>${bare}`, ["--hide-kvm"], /DOCTYPE/],
    ["an entity", bare.replace(">a<", ">&a;<"), ["--hide-kvm"], /entity not found/],
    ["an empty input", "", ["--hide-kvm"], /not well-formed/],
    ["bytes that are no UTF-8", Buffer.from([0x3c, 0xff]), ["--hide-kvm"], /not in UTF-8/],
    ["too much", Buffer.alloc(5 * 2 ** 20, 32), ["--hide-kvm"], /larger than 4 MiB/],
    ["no address", bare, ["--attach", "gpu"], /"gpu" is no PCI address/],
    ["what is not attached", bare, ["--detach", "0000:01:00.0"], /does not have 0000:01:00\.0/],
    ["no vCPUs", bare, ["--vcpus", "0"], /1 to 8192 vCPUs/],
    ["a size without a unit", bare, ["--memory", "8"], /no size/],
    ["an absurd size", bare, ["--memory", "9000TiB"], /not 9216000 GiB/],
    ["a vCPU that is not there", bare, ["--pin", "9=0"], /no vCPU 9/],
    ["no set of CPUs", bare, ["--pin", "0=x"], /no set of CPUs/],
    ["a page size that is none", bare, ["--hugepages", "3MiB"], /No processor has pages/],
  ])("refuses %s with one line and writes nothing", (_what, input, words, message) => {
    const { status, stdout, stderr } = passdeckXml(input, ...words);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^passdeck: .+\n$/);
  });
});
