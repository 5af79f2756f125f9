import * as z from "zod";

/** A name that can stand in a command and in a file of any network manager as it is. */
const plainNamePattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}$/;
const plainName = (error: string) => z.string().regex(plainNamePattern, { error, abort: true }).max(15);

export function isPlainName(name: string): boolean {
  return plainNamePattern.test(name);
}

/** A bridge that somebody wants of a network card. */
export const bridgeWishSchema = z.strictObject({
  device: plainName("Passdeck has no commands for a network card with this name."),
  bridge: plainName("A bridge's name has 1 to 15 letters, digits and . _ -"),
  /** "dhcp", or the address that the card has now. */
  address: z.enum(["dhcp", "fixed"]),
});

/** A thing to do on the host, in order. */
const guideStepSchema = z.object({
  title: z.string(),
  /** A file to write, whole. */
  file: z.object({ path: z.string(), content: z.string() }).nullable(),
  commands: z.array(z.string()),
});

/** How a bridge of the host is made, and what that does to the host itself. */
export const bridgeGuideSchema = z.object({
  /** Why it is not to be done; null where it can be. */
  refusal: z.string().nullable(),
  /** What happens to the host's own connection, a sentence each. */
  consequences: z.array(z.string()),
  steps: z.array(guideStepSchema),
  /** Takes it all back. */
  undo: z.array(z.string()),
});

export type GuideStep = z.infer<typeof guideStepSchema>;
export type BridgeGuide = z.infer<typeof bridgeGuideSchema>;
export type BridgeRequest = z.infer<typeof bridgeWishSchema>;
