import * as z from "zod";
import { cpuSetSchema } from "../../units/cpu-set.schema";
import { vcpusOf } from "./vcpus.schema";

/** Above, QEMU needs an emulated IOMMU with interrupt remapping (xAPIC IDs have eight bits), which we don't build. */
const mostVcpus = 255;

const cpuModelSchema = z.discriminatedUnion("kind", [
  /** The host's CPU as it is: fastest, and what drivers of GPUs expect; the VM can't be moved to another CPU. */
  z.strictObject({ kind: z.literal("host-passthrough") }),
  /** The nearest model that libvirt knows, so that the VM can be moved to hosts that are alike. */
  z.strictObject({ kind: z.literal("host-model") }),
  /** All that the accelerator offers. */
  z.strictObject({ kind: z.literal("maximum") }),
  /** A model of QEMU's by name: "Skylake-Client". */
  z.strictObject({
    kind: z.literal("named"),
    name: z
      .string()
      .max(64)
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
  }),
]);

export const cpuSchema = z
  .strictObject({
    model: cpuModelSchema.default({ kind: "host-passthrough" }),
    sockets: z.number().int().min(1).max(64).default(1),
    cores: z.number().int().min(1).max(mostVcpus).default(2),
    threads: z.number().int().min(1).max(8).default(1),
    /** Which CPUs of the host each vCPU runs on; those not named run anywhere. */
    pins: z
      .array(
        z.strictObject({
          vcpu: z
            .number()
            .int()
            .min(0)
            .max(mostVcpus - 1),
          cpus: cpuSetSchema,
        }),
      )
      .max(mostVcpus)
      .default([]),
    /** Where QEMU's own threads run, which are no vCPUs. */
    emulatorCpus: cpuSetSchema.nullable().default(null),
    iothreadPins: z
      .array(z.strictObject({ iothread: z.number().int().min(1).max(64), cpus: cpuSetSchema }))
      .max(64)
      .default([]),
  })
  .superRefine((cpu, context) => {
    const vcpus = vcpusOf(cpu);
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (vcpus > mostVcpus) issue(["cores"], `${vcpus} vCPUs are too many; the maximum is ${mostVcpus}.`);
    for (const [index, { vcpu }] of cpu.pins.entries()) {
      if (vcpu >= vcpus)
        issue(["pins", index, "vcpu"], `There is no vCPU ${vcpu}: ${vcpus}, counted from 0.`);
      if (cpu.pins.findIndex((other) => other.vcpu === vcpu) < index)
        issue(["pins", index, "vcpu"], `vCPU ${vcpu} is pinned twice.`);
    }
    for (const [index, { iothread }] of cpu.iothreadPins.entries()) {
      if (cpu.iothreadPins.findIndex((other) => other.iothread === iothread) < index)
        issue(["iothreadPins", index, "iothread"], `I/O thread ${iothread} is pinned twice.`);
    }
  });

export type CpuSpecification = z.infer<typeof cpuSchema>;
