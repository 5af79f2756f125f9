import { expect, test } from "vitest";
import type { HostOfVms } from "../host/host-of-vms";
import { hostWithin } from "./host-within";
import { isNamedAfter } from "./named-in";
import { readyMedia } from "./ready-media";

test.each([
  ["web", "web.qcow2", true],
  ["web", "web-2.img", true],
  ["web", "web.raw", true],
  ["web", "web-mail.qcow2", false],
  ["web", "mail.qcow2", false],
  ["web", "web-seed.iso", false],
  ["web", "web-2-installer-kernel", false],
  ["web", "web.qcow2.img", false],
  ["", ".qcow2", false],
])("of %s, %s: %s", (stem, volume, expected) => {
  expect(isNamedAfter(stem, volume)).toBe(expected);
});

const pool = (name: string, volumes: string[]) => ({
  name,
  type: "dir",
  active: true,
  availableBytes: 1,
  volumes,
  volumePaths: new Map(volumes.map((volume) => [`/srv/${name}/${volume}`, volume])),
});
const vm = (id: string, disks: string[]) => ({
  id,
  name: id,
  template: true,
  macs: ["52:54:00:00:00:01"],
  disks,
});
const host = {
  resources: {
    pools: [
      pool("images", [
        "debian.iso",
        "by-path.qcow2",
        "by-name.qcow2",
        "web-seed.iso",
        "web-answers.iso",
        "cloud.img",
      ]),
      pool("disks", ["web.qcow2"]),
      pool("private", ["secret.qcow2"]),
    ],
    networks: [
      { name: "lab", active: true },
      { name: "private", active: true },
    ],
    filters: ["clean-traffic"],
  },
  devices: [{}],
  namedDevices: [
    { name: "any card", note: "", cards: 2 },
    { name: "the boss’s card", note: "", cards: 1 },
  ],
  supplies: null,
  vms: [vm("own", ["/srv/images/by-path.qcow2"]), vm("others", ["images/by-name.qcow2"])],
} as unknown as HostOfVms;

test("media are what is nobody’s disk, and was not made for a VM", () => {
  const [images] = host.resources.pools;
  if (images === undefined) expect.unreachable();
  expect(readyMedia(images, host)).toEqual(["debian.iso", "cloud.img"]);
});

test("a host within a grant has what is granted, and of others’ VMs their names alone", () => {
  const granted = { pools: ["disks"], networks: ["lab"], media: ["images"], devices: ["any card"] };
  const { resources, devices, namedDevices, vms } = hostWithin(host, granted, (id) => id === "own");
  expect(resources.pools.map(({ name, volumes }) => [name, volumes])).toEqual([
    ["images", ["debian.iso", "cloud.img"]],
    ["disks", ["web.qcow2"]],
  ]);
  expect([resources.networks, resources.filters, devices]).toEqual([[{ name: "lab", active: true }], [], []]);
  expect(namedDevices.map(({ name }) => name)).toEqual(["any card"]);
  expect(vms).toEqual([
    vm("own", ["/srv/images/by-path.qcow2"]),
    { id: "others", name: "others", template: false, macs: [], disks: [] },
  ]);
});
