import * as z from "zod";

/** An upload that was opened: what a tus client needs to send it, or to go on with it. */
export const uploadTicketSchema = z.object({
  /** Give it to tus as `uploadUrl`. HEAD tells the offset, PATCH sends, DELETE gives up. */
  url: z.string(),
  /** Milliseconds since 1970; an upload that nothing comes of for that long is given up and its volume deleted. */
  expiresAt: z.number(),
});

/** The header of HEAD's and of the last PATCH's answer that has the SHA-256 of what was received, where one was given to compare. */
export const uploadChecksumHeader = "Upload-Sha256";

export type UploadTicket = z.infer<typeof uploadTicketSchema>;
