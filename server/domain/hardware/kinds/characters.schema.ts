import { always, type DeviceKind, never } from "../device-kind.schema";
import { choice, path, text } from "../field.schema";

const types = [
  ["pty", "PTY: Passdeck's console"],
  ["unix", "UNIX socket"],
  ["file", "Output to a file"],
  ["dev", "Host device"],
  ["null", "Null"],
] as const;

export const serialPort: DeviceKind = {
  id: "serial",
  element: "serial",
  title: "Serial port",
  note: "A serial console of the guest.",
  name: "target",
  summary: ["type", "path"],
  fields: [
    choice("type", "Type", "@type", types, { required: true }),
    path("path", "Path", "source@path", { when: { field: "type", is: ["file", "dev"] }, required: true }),
    choice("target", "Target type", "target@type", ["isa-serial", "pci-serial", "usb-serial"]),
  ],
  fresh: { type: "pty" },
  hot: never("serial ports can't be plugged into a running VM"),
};

export const consoleDevice: DeviceKind = {
  id: "console",
  element: "console",
  title: "Console",
  note: "The first text console: the serial port, or a virtio console.",
  name: "target",
  summary: ["type"],
  fields: [
    choice("type", "Type", "@type", types, { required: true }),
    choice("target", "Target type", "target@type", [
      ["serial", "Serial port"],
      ["virtio", "virtio"],
    ]),
  ],
  fresh: { type: "pty", target: "virtio" },
  hot: never("consoles can't be plugged into a running VM"),
};

export const channel: DeviceKind = {
  id: "channel",
  element: "channel",
  title: "Channel",
  note: "A virtio-serial channel between guest and host, as for the guest agent or SPICE.",
  name: "port",
  summary: ["type"],
  fields: [
    choice(
      "type",
      "Type",
      "@type",
      [
        ["unix", "UNIX socket (guest agent)"],
        ["spicevmc", "SPICE agent"],
        ["qemu-vdagent", "QEMU vdagent (clipboard for VNC)"],
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
