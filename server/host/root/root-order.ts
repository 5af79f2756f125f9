import * as z from "zod";
import { httpStatusOf } from "../../errors";
import { fileEncodings } from "../writer/host-writer";
import { type RootRead, rootReads } from "./root-readable";

const path = z.string().max(4096);
const text = z.string().nullable();

const paths = z.array(path).readonly().exactOptional();
const lookedAt = Object.fromEntries(rootReads.map((kind) => [kind, paths])) as Record<RootRead, typeof paths>;

/** What the root helper is asked for: the acts of a HostConfiguration, of a HostWriter and of RootEyes, and nothing else. */
const orderSchema = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("read"), path }),
  z.strictObject({ act: z.literal("replace"), path, from: text, to: text, executable: z.boolean() }),
  z.strictObject({ act: z.literal("missingFolders"), path }),
  z.strictObject({ act: z.literal("removeFolders"), path, folders: z.array(path).max(64) }),
  z.strictObject({ act: z.literal("run"), words: z.array(z.string()).max(256) }),
  z.strictObject({ act: z.literal("bootSpace") }),
  z.strictObject({ act: z.literal("kernelWrite"), path, value: z.string().max(4096) }),
  z.strictObject({ act: z.literal("kernelRead"), path, encoding: z.enum(fileEncodings) }),
  z.strictObject({ act: z.literal("loadModule"), name: z.string().max(64) }),
  z.strictObject({ act: z.literal("look"), batch: z.strictObject(lookedAt) }),
]);
export type Order = z.output<typeof orderSchema>;

const id = z.int().nonnegative();

/** A line of what is asked, as JSON. Several may be under way; `id` tells the answers apart. */
export const askedSchema = z.strictObject({ id, order: orderSchema });

const errorCodes = Object.keys(httpStatusOf) as [keyof typeof httpStatusOf, ...(keyof typeof httpStatusOf)[]];

const outcomeSchema = z.union([
  z.strictObject({ value: z.unknown() }),
  z.strictObject({ error: z.strictObject({ code: z.enum(errorCodes), userMessage: z.string() }) }),
  /** What the kernel said to a write or a read: the code of a HostWriteError. */
  z.strictObject({ refused: z.string() }),
]);
export type Outcome = z.output<typeof outcomeSchema>;

/** A line of what it answers, as JSON; without an id where the line that was asked could not be read. */
export const answerSchema = z.strictObject({ id: id.nullable(), outcome: outcomeSchema });
export type Answer = z.output<typeof answerSchema>;

/** A file's bytes are in base64. */
export const keptSchema = z
  .object({ bytes: z.base64(), mode: z.number(), uid: z.number(), gid: z.number() })
  .nullable();
export const foldersSchema = z.array(z.string());
export const bootSpaceSchema = z.array(
  z.object({
    folder: z.string(),
    freeBytes: z.number(),
    images: z.array(z.object({ path: z.string(), bytes: z.number() })),
  }),
);
export const toolResultSchema = z.object({
  status: z.number().nullable(),
  signal: z.string().exactOptional(),
  output: z.string(),
  errors: z.string(),
});
