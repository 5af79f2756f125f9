import { describe, expect, test } from "vitest";
import type { NetworkSummary } from "../../network/network.schema";
import type { PoolSummary } from "../../storage/pool.schema";
import { chooseBasics, type Found } from "./choose-basics";

const nothing: Found = { pools: [], networks: [], hostNetworks: [], imagesFolder: "/images", session: false };

const pool = (parts: Partial<PoolSummary>): PoolSummary => ({
  id: "0d2d4a4e-1f5a-4f0c-8a3a-6c1b7e0f9d11",
  name: "disks",
  type: "dir",
  state: "inactive",
  autostart: false,
  persistent: true,
  path: "/disks",
  source: null,
  capacityBytes: 0,
  allocationBytes: 0,
  availableBytes: 0,
  unreadable: null,
  ...parts,
});

const network = (name: string, address: string, parts: Partial<NetworkSummary> = {}): NetworkSummary => ({
  uuid: "5a7f2f2e-88a3-4c39-9a0e-1f0f4f2e8c10",
  name,
  active: false,
  autostart: false,
  persistent: true,
  mode: "nat",
  bridge: null,
  devices: [],
  ips: [{ family: "ipv4", address, prefix: 24, ranges: [], reservations: [] }],
  domain: null,
  dns: true,
  waiting: [],
  unreadable: null,
  ...parts,
});

describe("a pool", () => {
  test("is made where libvirt has images by itself", () => {
    expect(chooseBasics(nothing).pool).toEqual({
      kind: "create",
      name: "default",
      request: { type: "dir", name: "default", path: "/images", autostart: true },
    });
  });

  test.each(["running", "degraded", "inaccessible"] as const)(
    "is not made beside one that is %s",
    (state) => {
      expect(chooseBasics({ ...nothing, pools: [pool({ state })] }).pool).toBeNull();
    },
  );

  test.each([
    ["the one called default", [pool({}), pool({ name: "default", type: "logical" })], "default"],
    ["the one in libvirt’s place", [pool({}), pool({ name: "images", path: "/images" })], "images"],
    ["a folder", [pool({ name: "disk", type: "disk" }), pool({})], "disks"],
  ])("that is stopped is started: %s", (_which, pools, name) => {
    expect(chooseBasics({ ...nothing, pools }).pool).toEqual({ kind: "start", name });
  });

  test("that is no folder, or is gone once it stops, is left as it is", () => {
    const pools = [pool({ name: "lun", type: "iscsi" }), pool({ name: "brief", persistent: false })];
    expect(chooseBasics({ ...nothing, pools }).pool).toMatchObject({ kind: "create", name: "default" });
  });
});

describe("a network", () => {
  const addressOf = (found: Partial<Found>) => {
    const choice = chooseBasics({ ...nothing, ...found }).network;
    if (choice?.kind !== "create" || choice.request.mode !== "nat") throw new Error("no NAT network is made");
    return [choice.name, choice.request.ipv4?.address, choice.request.ipv4?.dhcp?.start];
  };

  test("is made with addresses that nobody has", () => {
    expect(addressOf({})).toEqual(["default", "192.168.100.1", "192.168.100.2"]);
    const hostNetworks = [{ destination: "192.168.100.0/23", interface: "eno1" }];
    expect(addressOf({ hostNetworks })).toEqual(["default", "192.168.102.1", "192.168.102.2"]);
  });

  test("is not made beside one that runs", () => {
    const networks = [network("lab", "10.0.0.1", { active: true, mode: "isolated" })];
    expect(chooseBasics({ ...nothing, networks })).toMatchObject({ network: null, warnings: [] });
  });

  test("is none of a user’s session", () => {
    const networks = [network("default", "10.0.0.1")];
    expect(chooseBasics({ ...nothing, networks, session: true }).network).toBeNull();
  });

  test("that is stopped is started: the one called default, else one with NAT", () => {
    const isolated = network("default", "10.0.1.1", { mode: "isolated" });
    const nat = network("nat", "10.0.2.1");
    const started = (networks: NetworkSummary[]) => chooseBasics({ ...nothing, networks }).network?.name;
    expect(started([nat, isolated])).toBe("default");
    expect(started([{ ...isolated, name: "apart" }, nat])).toBe("nat");
  });

  test("that is stopped and clashes with the host is left so, and says why", () => {
    const found = {
      networks: [network("default", "192.168.122.1")],
      hostNetworks: [{ destination: "192.168.122.0/24", interface: "eth0" }],
    };
    expect(addressOf(found)).toEqual(["default-2", "192.168.100.1", "192.168.100.2"]);
    expect(chooseBasics({ ...nothing, ...found }).warnings).toEqual([
      expect.stringContaining("192.168.122.1/24 overlaps with this host's eth0"),
    ]);
  });

  test("that can’t be read is neither started nor taken for one that is missing", () => {
    const odd = network("default", "", { ips: [], unreadable: { problem: "?", xml: "" } });
    expect(addressOf({ networks: [odd] })[0]).toBe("default-2");
  });

  test("can’t be made where the host is on all of 192.168", () => {
    const hostNetworks = [{ destination: "192.168.0.0/16", interface: "eno1" }];
    expect(chooseBasics({ ...nothing, hostNetworks })).toMatchObject({
      network: null,
      warnings: [expect.stringContaining("192.168.0.0/16")],
    });
  });
});
