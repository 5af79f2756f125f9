import * as z from "zod";

/*
 * What stands in an ssh configuration and on a command line: letters, digits and few signs, and never a dash first, so that
 * nothing is taken for an option, a pattern, a quote or another line.
 */

/** A name, an address, or a name of the system's ssh configuration. */
const hostNameSchema = z
  .string()
  .trim()
  .min(1, { error: "Give a name or an address." })
  .max(253, { error: "A name has 253 characters at most." })
  .regex(/^[\p{L}\p{N}_:[][\p{L}\p{N}._:%[\]-]*$/u, {
    error: "A host's name has letters, digits, dots, dashes, underscores and colons only.",
  });

const userNameSchema = z
  .string()
  .trim()
  .max(64, { error: "A user's name has 64 characters at most." })
  .regex(/^[\p{L}\p{N}_][\p{L}\p{N}._@\\+-]*$/u, { error: "This is no user's name." });

const portSchema = z
  .int({ error: "A port is a whole number." })
  .min(1, { error: "Ports are 1 to 65535." })
  .max(65535, { error: "Ports are 1 to 65535." });

/** One sshd that is signed in to. */
export const sshHopSchema = z.object({
  host: hostNameSchema,
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

/** A host key that was looked at, and is expected from now on. */
export const hostKeySchema = z.object({
  /** As sshd names it: "ssh-ed25519". */
  type: z
    .string()
    .max(64)
    .regex(/^[a-z0-9@.-]+$/),
  /** The key as known_hosts has it, base64. */
  key: z.base64().max(4096),
});
export type HostKey = z.infer<typeof hostKeySchema>;

/** The keys of a route, as they were accepted: of the first jump host, of the next, and last of the host itself. */
export const pinnedKeysSchema = z.array(hostKeySchema).max(4);
