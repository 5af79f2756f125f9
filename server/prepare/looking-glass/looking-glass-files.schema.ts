import * as z from "zod";
import { hostUserName } from "./host-user.schema";

/** What the host's own files are to give Looking Glass. */
export const lookingGlassFilesSchema = z.object({
  /** "shm": a file in /dev/shm. "kvmfr": the kernel module's device. */
  memory: z.enum(["shm", "kvmfr"]),
  mebibytes: z
    .int()
    .min(16)
    .max(4096)
    .refine((size) => Number.isInteger(Math.log2(size)), "The memory is a power of two: 32, 64, 128 MiB."),
  /** Who runs the client. */
  user: z.string().max(33).regex(hostUserName, "It has to be the name of a user of the host."),
});
export type LookingGlassFiles = z.output<typeof lookingGlassFilesSchema>;
