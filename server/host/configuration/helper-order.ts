import * as z from "zod";
import { httpStatusOf } from "../../errors";

const path = z.string().max(4096);
const text = z.string().nullable();

/** What the root helper is asked for, as JSON: the acts of a HostConfiguration, and nothing else. */
export const orderSchema = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("read"), path }),
  z.strictObject({ act: z.literal("replace"), path, from: text, to: text, executable: z.boolean() }),
  z.strictObject({ act: z.literal("missingFolders"), path }),
  z.strictObject({ act: z.literal("removeFolders"), path, folders: z.array(path) }),
  z.strictObject({ act: z.literal("run"), words: z.array(z.string()).max(256) }),
]);
export type Order = z.output<typeof orderSchema>;

const errorCodes = Object.keys(httpStatusOf) as [keyof typeof httpStatusOf, ...(keyof typeof httpStatusOf)[]];

/** What it answers, as JSON. */
export const answerSchema = z.union([
  z.strictObject({ value: z.unknown() }),
  z.strictObject({ error: z.strictObject({ code: z.enum(errorCodes), userMessage: z.string() }) }),
]);
export type Answer = z.output<typeof answerSchema>;

/** A file's bytes are in base64. */
export const keptSchema = z
  .object({ bytes: z.base64(), mode: z.number(), uid: z.number(), gid: z.number() })
  .nullable();
export const foldersSchema = z.array(z.string());
export const toolResultSchema = z.object({
  status: z.number().nullable(),
  output: z.string(),
  errors: z.string(),
});
