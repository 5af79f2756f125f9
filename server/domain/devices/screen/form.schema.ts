import { choice, path, text, yesNo } from "../../fields/field.schema";
import { type DeviceForm, never } from "../device-form.schema";

export const screen: DeviceForm<"screen"> = {
  id: "screen",
  element: "graphics",
  title: "Graphics",
  note: "The display server (VNC or SPICE); Passdeck's graphical console connects to it.",
  icon: "window",
  name: "type",
  summary: ["listen", "address"],
  fields: [
    choice(
      "type",
      "Protocol",
      "@type",
      [
        ["vnc", "VNC"],
        ["spice", "SPICE"],
        ["egl-headless", "EGL headless: 3D by the host's GPU, for VNC"],
      ],
      { required: true },
    ),
    choice(
      "listen",
      "Listen type",
      "listen@type",
      [
        ["socket", "UNIX socket"],
        ["address", "Address"],
        ["none", "None"],
      ],
      { when: { field: "type", is: ["vnc", "spice"] } },
    ),
    text("address", "Address", "listen@address", {
      when: { field: "listen", is: ["address"] },
      pattern: /^(127\.0\.0\.1|::1|localhost)$/,
      problem: "Only the loopback address (127.0.0.1, ::1): Passdeck's console connects to it.",
      note: "Every user of the host can reach 127.0.0.1. A UNIX socket keeps them out.",
    }),
    choice("gl", "OpenGL", "gl@enable", yesNo, { when: { field: "type", is: ["spice"] } }),
    path("renderNode", "Render node", "gl@rendernode", {
      when: { field: "type", is: ["spice", "egl-headless"] },
      note: "As in /dev/dri/renderD128.",
    }),
    text("keymap", "Keymap", "@keymap", {
      when: { field: "type", is: ["vnc", "spice"] },
      pattern: /^[a-z]{2,3}(-[a-z]{2,3})?$/,
      problem: "Write a keymap as in “en-us” or “de”.",
      rare: true,
    }),
    choice("copyPaste", "Clipboard", "clipboard@copypaste", yesNo, {
      when: { field: "type", is: ["spice"] },
      rare: true,
    }),
  ],
  fresh: { type: "vnc", listen: "socket" },
  hot: never("graphics and video can't be plugged into a running VM"),
};
