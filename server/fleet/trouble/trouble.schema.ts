import * as z from "zod";

/** What went wrong on a host, in words. */
export const troubleSchema = z.object({
  /** One or two sentences: what happened, to which device, why. Ends with a full stop. */
  message: z.string(),
  /** What to do about it, as sentences. */
  fix: z.string(),
  /** PCI addresses that it is about, culprits included. */
  devices: z.array(z.string()),
});

export type Trouble = z.infer<typeof troubleSchema>;
