import * as z from "zod";

/** Hyper-V's ways of telling a guest that it is one, by libvirt's names (https://libvirt.org/formatdomain.html#hypervisor-features). */
export const hypervFeatures = [
  "relaxed",
  "vapic",
  "spinlocks",
  "vpindex",
  "runtime",
  "synic",
  "stimer",
  "reset",
  "frequencies",
  "reenlightenment",
  "tlbflush",
  "ipi",
] as const;

export const featuresSchema = z
  .strictObject({
    hyperv: z.array(z.enum(hypervFeatures)).max(hypervFeatures.length).default([]),
    /** Another name for the hypervisor towards the guest. */
    hypervisorName: z
      .string()
      .regex(/^[A-Za-z0-9]{1,12}$/, { error: "A vendor ID has 1 to 12 letters and digits.", abort: true })
      .max(12)
      .nullable()
      .default(null),
    hideKvm: z.boolean().default(false),
    /** Interrupts wholly by the kernel (QEMU's kernel_irqchip=on); otherwise QEMU decides. */
    kernelIrqchip: z.boolean().default(false),
    /** VMware's port, which no guest of ours needs and some drivers stumble over. */
    vmport: z.boolean().default(false),
    /** null leaves it to QEMU. */
    suspendToMemory: z.boolean().nullable().default(null),
    suspendToDisk: z.boolean().nullable().default(null),
  })
  .superRefine(({ hyperv }, context) => {
    const issue = (message: string) => context.addIssue({ code: "custom", path: ["hyperv"], message });
    const has = (name: (typeof hypervFeatures)[number]) => hyperv.includes(name);
    if (new Set(hyperv).size < hyperv.length) issue("A feature is listed twice.");
    if (has("synic") && !has("vpindex")) issue("synic needs vpindex.");
    if (has("stimer") && !has("synic")) issue("stimer needs synic.");
    if ((has("tlbflush") || has("ipi")) && !has("vpindex")) issue("tlbflush and ipi need vpindex.");
  });

export const clockSchema = z.strictObject({
  /** Windows keeps its hardware clock in local time, others in UTC. */
  offset: z.enum(["utc", "localtime"]).default("utc"),
  /** Hyper-V's reference clock (hv_time), for Windows. */
  hypervClock: z.boolean().default(false),
});

export type FeaturesSpecification = z.infer<typeof featuresSchema>;
export type ClockSpecification = z.infer<typeof clockSchema>;
