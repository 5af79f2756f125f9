import { always, type DeviceKind, never } from "../device-kind.schema";
import { choice, path, text } from "../field.schema";

const types = [
  ["pty", "Passdeck's console (a terminal of the host)"],
  ["unix", "A socket of the host"],
  ["file", "A file of the host, written only"],
  ["dev", "A serial port of the host"],
  ["null", "Nothing"],
] as const;

export const serialPort: DeviceKind = {
  id: "serial",
  element: "serial",
  title: "Serial port",
  note: "A text console of the guest.",
  name: "target",
  summary: ["type", "path"],
  fields: [
    choice("type", "Leads to", "@type", types, { required: true }),
    path("path", "Path", "source@path", { when: { field: "type", is: ["file", "dev"] }, required: true }),
    choice("target", "Port", "target@type", ["isa-serial", "pci-serial", "usb-serial"]),
  ],
  fresh: { type: "pty" },
  hot: never("a machine's serial ports are there from its start"),
};

export const consoleDevice: DeviceKind = {
  id: "console",
  element: "console",
  title: "Console",
  note: "The guest's first text console: the serial port, or one of virtio's.",
  name: "target",
  summary: ["type"],
  fields: [
    choice("type", "Leads to", "@type", types, { required: true }),
    choice("target", "Kind", "target@type", [
      ["serial", "The first serial port"],
      ["virtio", "virtio"],
    ]),
  ],
  fresh: { type: "pty", target: "virtio" },
  hot: never("consoles are there from the start"),
};

export const channel: DeviceKind = {
  id: "channel",
  element: "channel",
  title: "Channel",
  note: "A line between a program in the guest and the host: the guest agent's, SPICE's.",
  name: "port",
  summary: ["type"],
  fields: [
    choice(
      "type",
      "Leads to",
      "@type",
      [
        ["unix", "A socket of the host, as the guest agent's"],
        ["spicevmc", "SPICE's viewer"],
        ["qemu-vdagent", "QEMU's own clipboard (for VNC)"],
      ],
      { required: true },
    ),
    text("port", "Name", "target@name", {
      required: true,
      pattern: /^[A-Za-z0-9._-]{1,128}$/,
      problem: "A channel's name has letters, digits, dots, dashes and underscores.",
      note: "org.qemu.guest_agent.0 for the guest agent, com.redhat.spice.0 for SPICE.",
    }),
  ],
  fresh: { type: "unix", port: "org.qemu.guest_agent.0" },
  skeleton: { "target@type": "virtio" },
  hot: always,
};
