import * as z from "zod";

/** A host key that was looked at, and is expected from now on: sshd's, or that of a certificate. */
export const hostKeySchema = z.object({
  /** As sshd names it, "ssh-ed25519"; of a certificate the kind of its key, "rsa". */
  type: z
    .string()
    .max(64)
    .regex(/^[a-z0-9@.-]+$/),
  /** Base64: sshd's as known_hosts has it, that of a certificate as its SubjectPublicKeyInfo (RFC 5280). */
  key: z.base64().max(4096),
});
export type HostKey = z.infer<typeof hostKeySchema>;

/** The keys of a route, as they were accepted: of the first jump host, of the next, and last of the host itself. */
export const pinnedKeysSchema = z.array(hostKeySchema).max(4);
