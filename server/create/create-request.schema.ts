import * as z from "zod";
import { vmNameSchema } from "../domain/scalars.schema";
import { givenNameSchema, newVolumeNameSchema } from "../storage/names.schema";
import { withinBytes } from "../units/json-bytes.schema";
import { answersRequestSchema } from "./answers/answers.schema";
import { cloudInitSchema, seedFilesSchema } from "./cloud-init/cloud-init.schema";
import { type CloudNetwork, isConfigured } from "./cloud-init/cloud-network.schema";
import { type VmSpecification, vmSpecificationSchema } from "./vm-specification.schema";

/** The NoCloud seed that a cloud image reads at its first start, and the pool that keeps it. */
export const seedSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("settings"),
    pool: givenNameSchema,
    settings: withinBytes(cloudInitSchema, 1024 * 1024),
  }),
  /** The files as a user has edited them. */
  z.strictObject({ kind: z.literal("files"), pool: givenNameSchema, files: seedFilesSchema }),
]);

/** Where cloud-init's network does not go with the VM's NICs: it finds each by its MAC address. */
function nicContradictions({ networks }: VmSpecification, network: CloudNetwork) {
  if (network.kind === "image") return [];
  return network.nics.flatMap((nic, index) => {
    if (!isConfigured(nic)) return [];
    const mac = networks[index]?.mac;
    if (mac === undefined)
      return [
        {
          path: ["cloudInit", "settings", "network", "nics", index],
          message: `The VM has no NIC ${index + 1}. It has ${networks.length}.`,
        },
      ];
    if (mac !== null) return [];
    const path = ["specification", "networks", index, "mac"];
    return [{ path, message: "cloud-init finds the NIC by its MAC address: give it one." }];
  });
}

/** What becomes of a disk of the VM that is cloned. */
const cloneDiskSchema = z.discriminatedUnion("how", [
  /** A new volume with the same content. */
  z.strictObject({
    how: z.literal("copy"),
    target: z.string().max(32),
    pool: givenNameSchema,
    volume: newVolumeNameSchema,
  }),
  /** Both VMs have the same disk: for CDs and disks that nobody writes to. */
  z.strictObject({ how: z.literal("share"), target: z.string().max(32) }),
  /** The clone goes without it; of a CD drive, without the CD. */
  z.strictObject({ how: z.literal("none"), target: z.string().max(32) }),
]);

const sourceSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("specification"),
      specification: vmSpecificationSchema,
      cloudInit: seedSchema.nullable().default(null),
      /** Answers to what an installer would ask. */
      answers: answersRequestSchema.nullable().default(null),
    })
    .superRefine(({ specification, cloudInit }, context) => {
      if (cloudInit?.kind !== "settings") return;
      for (const { path, message } of nicContradictions(specification, cloudInit.settings.network))
        context.addIssue({ code: "custom", path, message });
    }),
  z.strictObject({
    kind: z.literal("xml"),
    /** A whole `<domain>`. */
    xml: z.string().max(2 ** 20),
    /** Another name than the one in the XML; null keeps that. */
    name: vmNameSchema.nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal("clone"),
    /** The VM, or template, that is cloned. */
    vmId: z.guid(),
    /** The host that it is on; null: the one that the new VM is made on. */
    fromHostId: z.string().min(1).max(64).nullable().default(null),
    name: vmNameSchema,
    /** Disks that are not named here are copied; CDs shared, or, of another host, left out. */
    disks: z.array(cloneDiskSchema).max(64).default([]),
    /** Other MAC addresses than the original's. Always so for what libvirt wants to be unique, the UUID. */
    newIdentities: z.boolean().default(true),
  }),
]);

/** A VM that is to be made. */
export const createRequestSchema = z.strictObject({
  source: sourceSchema,
  /** Whether it is started as soon as it is there. */
  start: z.boolean().default(false),
});

export type CreateRequest = z.infer<typeof createRequestSchema>;
export type CreateRequestInput = z.input<typeof createRequestSchema>;
export type CreateSource = CreateRequest["source"];
export type SeedRequest = z.infer<typeof seedSchema>;
export type CloneSource = Extract<CreateSource, { kind: "clone" }>;
export type CloneDisk = z.infer<typeof cloneDiskSchema>;
