import * as z from "zod";

/** What the page keeps by its origin and shows with each call from then on, beside the cookie. */
export const begunOutput = z.object({ originProof: z.string() });
