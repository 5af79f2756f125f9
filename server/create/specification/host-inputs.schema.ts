import * as z from "zod";
import { grabKeyIds } from "../../domain/devices/input/grab-keys.schema";

/** An input device of the host that the VM reads. */
const hostInputSchema = z.strictObject({
  path: z
    .string()
    .max(255)
    .regex(
      /^\/dev\/input\/(event\d{1,4}|by-(id|path)\/[\w.:+-]+)$/,
      "An input device is a path below /dev/input, best one of /dev/input/by-id.",
    ),
  keyboard: z.boolean(),
});

/** Keyboards and mice that go to and fro between host and VM; the first keyboard takes the others along. */
export const hostInputsSchema = z.strictObject({
  devices: z.array(hostInputSchema).min(1, "Choose an input device, or none at all.").max(8),
  toggle: z.enum(grabKeyIds),
});

export type HostInputsChoice = z.infer<typeof hostInputsSchema>;
