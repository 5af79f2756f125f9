import { expect, test } from "vitest";
import { builtOn, type DefinedVm, type PlacedVolume, volumeUsers } from "./volume-users";

const volume = (name: string, backing: string | null = null): PlacedVolume => ({
  pool: "images",
  name,
  key: `/pool/${name}`,
  path: `/pool/${name}`,
  format: "qcow2",
  capacityBytes: 1,
  allocationBytes: 1,
  unreadable: null,
  backingPath: backing,
});
const vm = (name: string, body: string, running = false): DefinedVm => ({
  vmId: name,
  vmName: name,
  running,
  xml: `<domain>${body}</domain>`,
});
const disk = (source: string) => `<devices><disk type="file"><source ${source}/></disk></devices>`;
const names = (volumes: PlacedVolume[], vms: DefinedVm[], of: PlacedVolume) =>
  volumeUsers(volumes, vms)(of).map(({ vmName }) => vmName);

test("a VM uses a volume by its path and by its name in the pool", () => {
  const one = volume("a.qcow2");
  const vms = [
    vm("by-path", disk('file="/pool/a.qcow2"')),
    vm("by-name", disk('pool="images" volume="a.qcow2"')),
    vm("block", disk('dev="/pool/a.qcow2"')),
    vm("other", disk('file="/pool/b.qcow2"')),
    vm("other-pool", disk('pool="else" volume="a.qcow2"')),
  ];
  expect(names([one], vms, one)).toEqual(["by-path", "block", "by-name"]);
});

test("what it is started with counts: kernel, initrd, firmware and its variables", () => {
  const one = volume("k");
  for (const element of ["kernel", "initrd", "loader", "nvram", "dtb"]) {
    expect(names([one], [vm("vm", `<os><${element}>/pool/k</${element}></os>`)], one)).toEqual(["vm"]);
  }
});

test("who uses an image uses what it is built on, however deep; a circle ends", () => {
  const [base, middle, top] = [volume("base"), volume("middle", "/pool/base"), volume("top", "/pool/middle")];
  const vms = [vm("vm", disk('file="/pool/top"'))];
  expect(names([base, middle, top], vms, base)).toEqual(["vm"]);
  const [one, other] = [volume("one", "/pool/other"), volume("other", "/pool/one")];
  expect(names([one, other], [vm("vm", disk('file="/pool/one"'))], other)).toEqual(["vm"]);
  expect(builtOn(base, [base, middle, top])).toEqual([middle]);
});

test("a VM's running and saved definitions make one user", () => {
  const one = volume("a");
  const both = [vm("vm", disk('file="/pool/a"'), true), vm("vm", disk('file="/pool/a"'), true)];
  expect(volumeUsers([one], both)(one)).toEqual([{ vmId: "vm", vmName: "vm", running: true }]);
});

test("a volume without a path is known by its pool alone", () => {
  const one = { ...volume("a"), path: null };
  expect(names([one], [vm("vm", disk('file=""'))], one)).toEqual([]);
  expect(builtOn(one, [volume("b")])).toEqual([]);
});
