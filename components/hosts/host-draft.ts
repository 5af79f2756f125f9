import { hostNameSchema } from "@/server/host/route/host-name.schema";
import type { HostRoute, Transport } from "@/server/host/route/host-route.schema";
import { placesOf } from "@/server/host/route/route-places.schema";
import type { SshHop } from "@/server/host/ssh/ssh-route.schema";
import {
  type CheckHost,
  hostDraftSchema,
  type ManagedHostView,
} from "@/server/work/hosts/host-request.schema";

/** A host as the form holds it. */
export interface HostDraft {
  /** null as long as it is what the address makes of it. */
  name: string | null;
  route: HostRoute;
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
    return { name: null, route: newRoute("ssh", ""), uri: defaultUri, credential: { kind: "own" } };
  const { hostId, route, uri } = managed;
  return { name: hostId, route, uri, credential: { kind: "kept" } };
}

/** The same host by another transport. @param managed The host as it is; null of a new one. */
export function withTransport(
  draft: HostDraft,
  transport: Transport,
  managed: ManagedHostView | null,
): HostDraft {
  if (managed?.route.transport === transport)
    return { ...draft, route: managed.route, credential: { kind: "kept" } };
  const [kind] = credentialKinds[transport];
  return {
    ...draft,
    route: newRoute(transport, draft.route.target.host),
    credential: emptyCredential(kind),
  };
}

/** What is signed in by, the usual first. */
export const credentialKinds = {
  ssh: ["own", "password", "key"],
  tls: ["client-key"],
} as const satisfies Record<Transport, readonly [CredentialKind, ...CredentialKind[]]>;

function newRoute(transport: Transport, host: string): HostRoute {
  return transport === "ssh"
    ? { transport, target: { ...newHop, host }, jumps: [] }
    : { transport, target: { host, port: null }, ca: "", certificate: "" };
}

/** What nobody has filled in yet. */
export function emptyCredential(kind: CredentialKind): CheckHost["credential"] {
  switch (kind) {
    case "password":
      return { kind, password: "" };
    case "key":
    case "client-key":
      return { kind, privateKey: "", passphrase: null };
    default:
      return { kind };
  }
}

/** Whether others show their keys on one way than on the other. */
export function leadsElsewhere(one: HostRoute, other: HostRoute): boolean {
  return one.transport !== other.transport || placesOf(one).join() !== placesOf(other).join();
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
  const { success, data, error } = hostDraftSchema.safeParse({ hostId, route, uri, credential });
  if (success) return { request: data, problems: {} };
  const problems: Record<string, string> = {};
  for (const { path, message } of error.issues) problems[path.join(".")] ??= message;
  return { request: null, problems };
}

/** What is wrong with the name; null where nothing is. */
export function nameProblem(name: string): string | null {
  return hostNameSchema.safeParse(name).error?.issues[0]?.message ?? null;
}
