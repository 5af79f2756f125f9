import { choice, text } from "../../fields/field.schema";
import { always, type DeviceForm } from "../device-form.schema";

export const channel: DeviceForm<"channel"> = {
  id: "channel",
  element: "channel",
  title: "Channel",
  note: "A virtio-serial channel between guest and host, as for the guest agent or SPICE.",
  icon: "cable",
  mark: ({ port }) => port ?? null,
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
      { required: true, owns: ["source/*", "protocol"] },
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
