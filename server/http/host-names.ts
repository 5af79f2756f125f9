import { isIP } from "node:net";
import { hostname } from "node:os";

/**
 * Whether a Host header names this server. Addresses and localhost always do; names have to be known, as a foreign one
 * that resolves to us means that another site's page is talking (DNS rebinding).
 * @param names Allowed names, lower case.
 */
export function isAllowedHost(header: string | undefined, names: readonly string[]): boolean {
  const name = hostNameOf(header);
  if (name === null) return false;
  return isIP(name) > 0 || name === "localhost" || names.includes(name);
}

/** The name or address in a Host header, without its port, brackets and last dot; null where it is no such thing. */
export function hostNameOf(header: string | undefined): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9_-]+(?:\.[a-z0-9_-]+)*)\.?)(?::\d{1,5})?$/i.exec(header ?? "");
  const name = match?.[1] ?? match?.[2];
  return name === undefined ? null : name.toLowerCase();
}

/** Names that this machine is known by in its network. */
export function ownNames(): string[] {
  const name = hostname().toLowerCase();
  const short = name.split(".")[0] ?? name;
  return [...new Set([name, short, `${short}.local`])].filter((one) => hostNameOf(one) !== null);
}
