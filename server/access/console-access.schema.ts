import * as z from "zod";

/** Who reaches a VM's consoles besides those who may type there. */
export const consoleAccessSchema = z.object({
  viewersMayWatch: z.boolean(),
});
export type ConsoleAccess = z.infer<typeof consoleAccessSchema>;
