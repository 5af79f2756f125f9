import { describe, expect, test } from "vitest";
import { changedParts, describeChange } from "./changed-parts";

const domain = (body: string, devices = "") =>
  `<domain type='qemu'><name>a</name>${body}<devices>${devices}</devices></domain>`;
const disk = (target: string, file: string) =>
  `<disk type='file'><source file='${file}'/><target dev='${target}'/></disk>`;
const hostdev = (bus: string) =>
  `<hostdev type='pci'><source><address domain='0x0' bus='${bus}' slot='0' function='0'/></source></hostdev>`;

describe("what differs between two definitions", () => {
  test("is told part by part", () => {
    const before = domain(
      "<memory>1</memory><os/>",
      `${disk("vda", "/a")}${disk("vdb", "/b")}<sound model='ich9'/>`,
    );
    const after = domain("<memory>2</memory><pm/>", disk("vdb", "/c") + disk("vda", "/a") + hostdev("1"));
    expect(changedParts(before, after)).toEqual([
      { part: "maximum memory", how: "changed" },
      { part: "power management", how: "added" },
      { part: "disk vdb", how: "changed" },
      { part: "PCI device 0000:01:00.0", how: "added" },
      { part: "firmware and boot", how: "removed" },
      { part: "sound card", how: "removed" },
    ]);
  });

  test("tells what bears the same name apart by its place", () => {
    const before = domain("", "<input type='mouse'/><input type='mouse' bus='ps2'/>");
    const after = domain("", "<input type='mouse'/><input type='mouse' bus='usb'/>");
    expect(changedParts(before, after)).toEqual([{ part: "input mouse 2", how: "changed" }]);
  });

  test("is nothing where only the writing differs", () => {
    const before = domain("<vcpu placement='static' cpuset='1'>2</vcpu>", disk("vda", "/a"));
    const after = domain(
      `<!-- two --><vcpu cpuset="1" placement="static">\n 2 </vcpu>`,
      `\n  ${disk("vda", "/a")}\n`,
    );
    expect(describeChange(before, after)).toBe("");
  });

  test("is a line that names four parts at most", () => {
    const many = ["vda", "vdb", "vdc", "vdd", "vde", "vdf"].map((target) => disk(target, "/a")).join("");
    expect(describeChange(domain(""), domain("", many))).toBe(
      "disk vda added, disk vdb added, disk vdc added, disk vdd added, 2 more",
    );
  });
});
