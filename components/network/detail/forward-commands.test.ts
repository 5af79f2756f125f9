import { expect, test } from "vitest";
import { forwardCommands } from "./forward-commands";

const forward = {
  protocol: "tcp",
  hostPort: 8080,
  address: "192.168.122.10",
  guestPort: 80,
  bridge: "virbr0",
} as const;

test("with iptables, a rule before libvirt's own lets it pass", () => {
  expect(forwardCommands(forward, "iptables")).toBe(
    `iptables -t nat -I PREROUTING -p tcp -m addrtype --dst-type LOCAL --dport 8080 -j DNAT --to-destination 192.168.122.10:80
iptables -I FORWARD -o virbr0 -p tcp -d 192.168.122.10 --dport 80 -j ACCEPT`,
  );
});

test("with nftables, the rule stands in libvirt's table", () => {
  expect(
    forwardCommands({ ...forward, protocol: "udp" }, "nftables")
      .split("\n")
      .slice(2),
  ).toEqual([
    "nft add rule ip forwards prerouting fib daddr type local udp dport 8080 dnat to 192.168.122.10:80",
    "nft insert rule ip libvirt_network guest_input oifname virbr0 ip daddr 192.168.122.10 udp dport 80 accept",
  ]);
});
