import { macAddressPattern } from "../../../units/mac-address.schema";
import { choice, number, text, yesNo } from "../../fields/field.schema";
import type { DeviceForm } from "../device-form.schema";

const hostInterface = {
  pattern: /^(?!\.{1,2}$)[^\s/:\p{Cc}-][^\s/:\p{Cc}]{0,14}$/u,
  problem: "A network device's name has 1 to 15 characters.",
};

/** What is said of a card's place in one network or bridge, and of no other. */
const ofNetwork = ["source/*", "source@portgroup", "virtualport", "vlan"];

/** Macvtap and user-mode networking have no filters. */
const switched = ["network", "bridge", "ethernet", "internal", null];

export const networkCard: DeviceForm<"network"> = {
  id: "network",
  element: "interface",
  is: { type: ["network", "bridge", "direct", "user", "ethernet", "internal"] },
  title: "NIC",
  note: "Connects the guest to a virtual network, a host bridge or a host network card.",
  icon: "network",
  mark: ({ mac }) => mac ?? null,
  unique: { by: ["mac"] },
  summary: ["type", "network", "bridge", "dev", "model"],
  onlyAsked: true,
  boots: () => "network",
  fields: [
    choice(
      "type",
      "Network source",
      "@type",
      [
        ["network", "Virtual network"],
        ["bridge", "Bridge on the host"],
        ["direct", "Macvtap on a host network card"],
        ["user", "User-mode networking"],
      ],
      { required: true, live: true, owns: [...ofNetwork, "script", "downscript", "backend"] },
    ),
    text("network", "Network", "source@network", {
      when: { field: "type", is: ["network"] },
      required: true,
      live: true,
      suggest: "networks",
      owns: ofNetwork,
      pattern: /^[^/\p{Cc}]{1,255}$/u,
      problem: "A name has no slashes.",
    }),
    text("portgroup", "Port group", "source@portgroup", {
      when: { field: "type", is: ["network"] },
      rare: true,
      pattern: /^[A-Za-z0-9_.\\:/-]{1,255}$/,
      problem: "A port group's name has letters, digits and _ . - : / \\",
      note: "A group of the network's own; another network has others.",
    }),
    text("bridge", "Bridge", "source@bridge", {
      when: { field: "type", is: ["bridge"] },
      required: true,
      live: true,
      suggest: "bridges",
      owns: ofNetwork,
      ...hostInterface,
    }),
    text("dev", "Host network card", "source@dev", {
      when: { field: "type", is: ["direct"] },
      required: true,
      suggest: "interfaces",
      owns: ofNetwork,
      note: "Host and VM can't reach each other over macvtap.",
      ...hostInterface,
    }),
    choice("mode", "Mode", "source@mode", ["bridge", "vepa", "private", "passthrough"], {
      when: { field: "type", is: ["direct"] },
    }),
    choice("model", "Model", "model@type", ["virtio", "e1000e", "e1000", "rtl8139"], {
      note: "virtio is fastest; e1000e works without extra drivers.",
      owns: ["driver/*", "teaming", "@trustGuestRxFilters"],
    }),
    text("mac", "MAC address", "mac@address", {
      mono: true,
      pattern: macAddressPattern,
      problem: "A MAC address is written as 52:54:00:12:34:56, in lower case, and its first byte is even.",
      note: "Empty: libvirt generates one.",
    }),
    choice(
      "link",
      "Link state",
      "link@state",
      [
        ["up", "up"],
        ["down", "down"],
      ],
      { live: true },
    ),
    text("filter", "Network filter", "filterref@filter", {
      when: { field: "type", is: switched },
      live: true,
      owns: ["filterref/*"],
      suggest: "filters",
      note: "“clean-traffic” prevents address spoofing.",
    }),
    number("queues", "Queues", "driver@queues", [1, 256], {
      note: "Usually one per vCPU; virtio only.",
      when: { field: "model", is: ["virtio"] },
      rare: true,
    }),
    number("mtu", "MTU", "mtu@size", [68, 65_535], { rare: true }),
    number("vlan", "VLAN", "vlan/tag@id", [1, 4094], {
      note: "Open vSwitch and SR-IOV only; a Linux bridge ignores it.",
      when: { field: "type", is: ["network", "bridge", "direct"] },
      rare: true,
    }),
    choice("isolated", "Isolated from other ports", "port@isolated", yesNo, {
      when: { field: "type", is: ["network", "bridge"] },
      rare: true,
    }),
    number("inbound", "Inbound average (KiB/s)", "bandwidth/inbound@average", [1, 4e9], {
      live: true,
      rare: true,
    }),
    number("outbound", "Outbound average (KiB/s)", "bandwidth/outbound@average", [1, 4e9], {
      live: true,
      rare: true,
    }),
  ],
  fresh: { type: "network", network: "default", model: "virtio" },
  hot: () => null,
};
