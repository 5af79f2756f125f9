import * as z from "zod";

/** What answers have to know of the VM's machine. */
export const answeredMachineSchema = z.strictObject({
  uefi: z.boolean(),
  /** Linux' name of the VM's first disk, which is the one that is installed on. */
  disk: z.enum(["vda", "sda"]),
});

export type AnsweredMachine = z.infer<typeof answeredMachineSchema>;
