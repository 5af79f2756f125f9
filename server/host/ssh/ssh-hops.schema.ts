import type { SshHop, SshRoute } from "./ssh-route.schema";

/** The sshds that a route leads by, in their order; the host itself is the last. */
export function hopsOf({ target, jumps }: SshRoute): [SshHop, ...SshHop[]] {
  const [first = target, ...rest] = [...jumps, target];
  return [first, ...rest];
}

/** A hop in words: "root@atlas:2222". */
export function hopWords({ host, port, user }: SshHop): string {
  return `${user === null ? "" : `${user}@`}${host}${port === null ? "" : `:${port}`}`;
}
