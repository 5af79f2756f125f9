import type { DeviceKind } from "../device-kind.schema";
import { choice, number, text, type Values, yesNo } from "../field.schema";

const hostInterface = {
  pattern: /^(?!\.{1,2}$)[^\s/:\p{Cc}-][^\s/:\p{Cc}]{0,14}$/u,
  problem: "A network device's name has 1 to 15 characters.",
};

export const networkCard: DeviceKind = {
  id: "network",
  element: "interface",
  is: { type: ["network", "bridge", "direct", "user", "ethernet", "internal"] },
  title: "Network card",
  note: "Connects the guest to a network of libvirt's, a bridge or a network card of the host.",
  name: "mac",
  summary: ["type", "network", "bridge", "dev", "model"],
  boots: true,
  fields: [
    choice(
      "type",
      "Connected to",
      "@type",
      [
        ["network", "A network of libvirt's"],
        ["bridge", "A bridge of the host"],
        ["direct", "A network card of the host (macvtap)"],
        ["user", "The host's network, by user-mode NAT"],
      ],
      { required: true, live: true },
    ),
    text("network", "Network", "source@network", {
      when: { field: "type", is: ["network"] },
      required: true,
      live: true,
      suggest: "networks",
      pattern: /^[\p{L}\p{N}_][\p{L}\p{N} ._+@:-]{0,254}$/u,
      problem: "A name begins with a letter or digit and has no slashes.",
    }),
    text("bridge", "Bridge", "source@bridge", {
      when: { field: "type", is: ["bridge"] },
      required: true,
      live: true,
      suggest: "bridges",
      ...hostInterface,
    }),
    text("dev", "Network card of the host", "source@dev", {
      when: { field: "type", is: ["direct"] },
      required: true,
      suggest: "interfaces",
      note: "Host and VM don't see each other over it.",
      ...hostInterface,
    }),
    choice("mode", "Mode", "source@mode", ["bridge", "vepa", "private", "passthrough"], {
      when: { field: "type", is: ["direct"] },
    }),
    choice("model", "Model", "model@type", ["virtio", "e1000e", "e1000", "rtl8139"], {
      note: "virtio is fastest; the others have drivers in every system.",
    }),
    text("mac", "MAC address", "mac@address", {
      mono: true,
      pattern: /^[0-9a-f][02468ace](:[0-9a-f]{2}){5}$/,
      problem: "A MAC address is written as 52:54:00:12:34:56, in lower case, and its first byte is even.",
      note: "Left out, one of libvirt's range is taken.",
    }),
    choice(
      "link",
      "Cable",
      "link@state",
      [
        ["up", "plugged in"],
        ["down", "pulled out"],
      ],
      { live: true },
    ),
    text("filter", "Filter", "filterref@filter", {
      live: true,
      suggest: "filters",
      note: "“clean-traffic” keeps the guest from taking other addresses.",
    }),
    number("queues", "Queues", "driver@queues", [1, 256], {
      note: "One for each vCPU is usual; only virtio.",
      rare: true,
    }),
    number("mtu", "MTU", "mtu@size", [68, 65_535], { rare: true }),
    number("vlan", "VLAN", "vlan/tag@id", [1, 4094], {
      note: "Open vSwitch and some network cards only; a Linux bridge has none.",
      rare: true,
    }),
    choice("isolated", "Kept apart from other VMs", "port@isolated", yesNo, { rare: true }),
    number("inbound", "Received, KiB a second on average", "bandwidth/inbound@average", [1, 4e9], {
      live: true,
      rare: true,
    }),
    number("outbound", "Sent, KiB a second on average", "bandwidth/outbound@average", [1, 4e9], {
      live: true,
      rare: true,
    }),
  ],
  fresh: { type: "network", network: "default", model: "virtio" },
  hot: () => null,
  check: ({ type, filter }: Values) =>
    filter != null && (type === "direct" || type === "user")
      ? "Packets of macvtap and of user-mode NAT don't pass the host's filters. Use a bridge or a network."
      : null,
};
