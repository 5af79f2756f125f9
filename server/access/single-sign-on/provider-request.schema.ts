import * as z from "zod";

/** Where a browser goes to sign in by a provider, and what its page keeps until it is back. */
export const providerRequestSchema = z.object({
  /** The provider's page. */
  address: z.string(),
  /** By which the page finds again what it keeps: the provider sends it back. */
  state: z.string(),
  /** Sealed by the server, and handed back to it. */
  note: z.string(),
});
export type ProviderRequest = z.infer<typeof providerRequestSchema>;

/** What a page hands back: the note, and what stands behind the "?" of the address that the provider led to. */
export const providerAnswerInput = z.object({ note: z.string().max(4096), query: z.string().max(8192) });

/** Who knows a user in place of this Passdeck, and how it asks them who they are: on its own page, or by a password here. */
export const usersProviderSchema = z.object({ name: z.string(), asks: z.enum(["in a window", "here"]) });
export type UsersProvider = z.infer<typeof usersProviderSchema>;
