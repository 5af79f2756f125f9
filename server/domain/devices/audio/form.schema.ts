import { choice } from "../../fields/field.schema";
import { type DeviceForm, never } from "../device-form.schema";

export const audio: DeviceForm<"audio"> = {
  id: "audio",
  element: "audio",
  title: "Audio backend",
  note: "Where the sound goes on the host.",
  icon: "sound",
  name: "type",
  summary: [],
  fields: [
    choice(
      "type",
      "Backend",
      "@type",
      ["none", "spice", "pulseaudio", "alsa", "jack", "oss", "sdl", "file"],
      {
        required: true,
        owns: ["input", "output", "@serverName", "@path", "@tryMMap", "@exclusive", "@dspPolicy", "@driver"],
      },
    ),
  ],
  fresh: { type: "none" },
  hot: never("audio backends can't be plugged into a running VM"),
};
