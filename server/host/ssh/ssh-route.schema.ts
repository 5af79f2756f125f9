import * as z from "zod";
import { addressSchema, portSchema } from "../route/address.schema";

const userNameSchema = z
  .string()
  .trim()
  .max(64, { error: "A user's name has 64 characters at most." })
  .regex(/^[\p{L}\p{N}_][\p{L}\p{N}._@\\+-]*$/u, { error: "This is no user's name." });

/** One sshd that is signed in to. */
export const sshHopSchema = z.object({
  host: addressSchema,
  /** null: what the system's ssh configuration says, else 22. */
  port: portSchema.nullable(),
  /** null: what the system's ssh configuration says, else the user that Passdeck runs as. */
  user: userNameSchema.nullable(),
});
export type SshHop = z.infer<typeof sshHopSchema>;

/** How a host is reached by ssh, by way of other hosts where it can't be reached straight. */
export const sshRouteSchema = z
  .object({
    target: sshHopSchema,
    jumps: z.array(sshHopSchema).max(3, { error: "Three jump hosts at most." }),
  })
  .refine(
    ({ target, jumps }) => new Set([target, ...jumps].map(({ host }) => host)).size === jumps.length + 1,
    {
      error: "A jump host is another host than the one that it leads to.",
      path: ["jumps"],
    },
  );
export type SshRoute = z.infer<typeof sshRouteSchema>;
