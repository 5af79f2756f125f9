import * as z from "zod";

/** A GPU as its guest's driver tells of it. What the driver does not tell is null. */
export const guestGpuSchema = z.object({
  name: z.string().nullable(),
  /** In the guest, "0000:06:00.0". */
  address: z.string().nullable(),
  /** How much of the time it was at work, 0 to 1. */
  busy: z.number().nullable(),
  usedBytes: z.number().nullable(),
  totalBytes: z.number().nullable(),
  celsius: z.number().nullable(),
  watts: z.number().nullable(),
});
export type GuestGpu = z.infer<typeof guestGpuSchema>;

/** What is known of a VM's GPUs from inside. */
export const guestGpusSchema = z.discriminatedUnion("kind", [
  /** Nobody has allowed Passdeck to ask this guest. */
  z.object({ kind: z.literal("not-allowed") }),
  z.object({ kind: z.literal("not-running") }),
  /** The VM has no channel for the guest agent, or no agent answers there. */
  z.object({ kind: z.literal("no-agent") }),
  /** It was asked and has not answered yet. */
  z.object({ kind: z.literal("asking") }),
  /** No GPU: the guest has neither nvidia-smi nor amdgpu's files. `problem`: what its driver complains of besides. */
  z.object({ kind: z.literal("told"), gpus: z.array(guestGpuSchema), problem: z.string().nullable() }),
  z.object({ kind: z.literal("failed"), problem: z.string() }),
]);
export type GuestGpus = z.infer<typeof guestGpusSchema>;
