import * as z from "zod";

/** What a check of a card works on: the VM that has it, and the devices as they were before. */
export const cardCheckInputSchema = z.object({
  vmId: z.guid(),
  vmName: z.string(),
  devices: z.array(
    z.object({
      address: z.string(),
      /** "GeForce RTX 3090 (0000:01:00.0)" */
      name: z.string(),
      /** Before the check; the host's own, or vfio-pci where it had been reserved for VMs. */
      driver: z.string().nullable(),
    }),
  ),
});

export type CardCheckInput = z.infer<typeof cardCheckInputSchema>;
