import { expect, test } from "vitest";
import { onCard } from "./on-card";

const network = { mode: "bridge", bridge: null, devices: ["eno1"] } as const;

test("VMs hang on a card by macvtap, straight or by a network, and not by a bridge or by NAT over it", () => {
  const vms = [
    { name: "straight", runs: true, sources: ["direct eno1"] },
    { name: "by-network", runs: false, sources: ["network lan"] },
    { name: "elsewhere", runs: true, sources: ["direct eno2", "bridge eno1"] },
    { name: "behind-nat", runs: true, sources: ["network default"] },
    { name: "on-bridge", runs: true, sources: ["network host"] },
  ];
  const networks = [
    { ...network, name: "lan", devices: [...network.devices] },
    { ...network, name: "default", mode: "nat" as const, bridge: "virbr0", devices: ["eno1"] },
    { ...network, name: "host", bridge: "br0", devices: [] },
  ];
  expect(onCard("eno1", vms, networks)).toEqual({ running: ["straight"], off: ["by-network"] });
});
