import type { SshHop, SshRoute } from "@/server/host/ssh/ssh-route.schema";
import {
  type CheckHost,
  checkHostSchema,
  hostNameSchema,
  type ManagedHostView,
} from "@/server/work/hosts/host-request.schema";

/** A host as the form holds it. */
export interface HostDraft {
  /** null as long as it is what the address makes of it. */
  name: string | null;
  route: SshRoute;
  uri: string;
  credential: CheckHost["credential"];
}

export type CredentialKind = CheckHost["credential"]["kind"];

/** What is wrong with each field, by its path: "route.jumps.0.host". */
export type Problems = Readonly<Record<string, string>>;

export const defaultUri = "qemu:///system";
export const newHop: SshHop = { host: "", port: null, user: null };

/** A host as it is, to be changed, or a new one. */
export function draftOf(managed: ManagedHostView | null): HostDraft {
  if (managed === null)
    return { name: null, route: { target: newHop, jumps: [] }, uri: defaultUri, credential: { kind: "own" } };
  const { hostId, route, uri } = managed;
  return { name: hostId, route, uri, credential: { kind: "kept" } };
}

/** What nobody has filled in yet. */
export function emptyCredential(kind: CredentialKind): CheckHost["credential"] {
  switch (kind) {
    case "password":
      return { kind, password: "" };
    case "key":
      return { kind, privateKey: "", passphrase: null };
    default:
      return { kind };
  }
}

/** The name that an address makes: the first part of a host's name, or all of an IP address; "" of none. */
export function nameFrom(address: string): string {
  const text = address.trim().toLowerCase();
  const isIp = text.includes(":") || /^[\d.]+$/.test(text);
  const part = isIp ? text : (text.split(".")[0] ?? "");
  const dashed = part.replace(/[^a-z0-9]+/g, "-").replace(/^-+/, "");
  return dashed.slice(0, 40).replace(/-+$/, "");
}

/** The name that a host is going to have. */
export function nameOf({ name, route }: HostDraft): string {
  return name ?? nameFrom(route.target.host);
}

/**
 * What a test of a draft asks for, and what is wrong with it, as the server would say it.
 * @param hostId Of a host that is managed already.
 */
export function checkDraft(
  { route, uri, credential }: HostDraft,
  hostId: string | null,
): { request: Omit<CheckHost, "pins"> | null; problems: Problems } {
  const { success, data, error } = checkHostSchema
    .omit({ pins: true })
    .safeParse({ hostId, route, uri, credential });
  if (success) return { request: data, problems: {} };
  const problems: Record<string, string> = {};
  for (const { path, message } of error.issues) problems[path.join(".")] ??= message;
  return { request: null, problems };
}

/** What is wrong with the name; null where nothing is. */
export function nameProblem(name: string): string | null {
  return hostNameSchema.safeParse(name).error?.issues[0]?.message ?? null;
}
