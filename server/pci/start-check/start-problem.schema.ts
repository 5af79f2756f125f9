import * as z from "zod";

export const startProblemSchema = z.object({
  code: z.enum([
    "gone",
    "exchanged",
    "moved",
    "in-use",
    "blocked",
    "not-given",
    "group",
    "pages",
    "none-free",
  ]),
  /** The address in the VM's definition; of what is no PCI function what it is called there, of a named device its name. */
  address: z.string(),
  message: z.string(),
  fix: z.string(),
  /** Where the device is now, so that the definition can be mended with one click; null where that is not known. */
  remapTo: z.string().nullable(),
});

/** Why a VM can't be started with a device of its host. */
export type StartProblem = z.infer<typeof startProblemSchema>;
