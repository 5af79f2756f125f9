import * as z from "zod";

/** A name that can stand in a command and in a file of any network manager as it is. */
const plainName = (message: string) => z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}$/, message);

/** A bridge that somebody wants of a network card. */
export const bridgeWishSchema = z.strictObject({
  device: plainName("Passdeck has no commands for a network card with this name."),
  bridge: plainName("A bridge's name has 1 to 15 letters, digits and . _ -"),
  /** "dhcp", or the address that the card has now. */
  address: z.enum(["dhcp", "fixed"]),
});

/** A thing to do on the host, in order. */
export interface GuideStep {
  title: string;
  /** A file to write, whole. */
  file: { path: string; content: string } | null;
  commands: string[];
}

/** How a bridge of the host is made, and what that does to the host itself. */
export interface BridgeGuide {
  /** Why it is not to be done; null where it can be. */
  refusal: string | null;
  /** What happens to the host's own connection, a sentence each. */
  consequences: string[];
  steps: GuideStep[];
  /** Takes it all back. */
  undo: string[];
}

export type BridgeRequest = z.infer<typeof bridgeWishSchema>;
