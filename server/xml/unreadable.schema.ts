import * as z from "zod";

/**
 * Why a thing can't be read, in place of what would be told of it. It is listed all the same, under its name, so that
 * one odd description costs nothing but its own row.
 */
export const unreadableSchema = z.object({
  /** In a sentence, without a full stop: what is wrong with the description. */
  problem: z.string(),
  /** The description as libvirt gave it; empty where it gave none. */
  xml: z.string(),
});
