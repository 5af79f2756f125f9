import * as z from "zod";

/** Which user an act is done to. */
export const ofUser = z.object({ userId: z.guid() });
