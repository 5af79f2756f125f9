import type { HostKey } from "../route/host-key.schema";
import { hopsOf } from "./ssh-hops.schema";
import type { SshHop, SshRoute } from "./ssh-route.schema";

/** What stands in the files that ssh is started with. */
export interface SshFiles {
  config: string;
  knownHosts: string;
}

export interface SshConfigOptions {
  /** Where the known keys will stand. */
  knownHostsPath: string;
  /** Whether a key that isn't pinned is written there instead of being refused: for a look at it. */
  learnsKeys: boolean;
  /** The socket of the agent that has the host's own key; null: the user's keys and agent are used. */
  agentPath: string | null;
  /** Files of the user's and the system's configuration, which have the last word on nothing that stands here. */
  included: readonly string[];
}

/** The name that a hop's key is known by; another host at the same address is another one. */
export function keyAlias(index: number): string {
  return `passdeck-hop-${index + 1}`;
}

/**
 * The configuration by which ssh gets to a host (ssh_config(5)). It is handed to jump hosts' own ssh as well, so what it
 * says of keys holds for each hop; of every option the first value counts, so the user's own configuration can add a
 * key, an address or a way, and can't weaken anything.
 */
export function sshFiles(route: SshRoute, pins: readonly HostKey[], options: SshConfigOptions): SshFiles {
  const hops = hopsOf(route);
  const blocks = hops.map((hop, index) => hopBlock(hop, index, hops));
  const general = [
    "Match all",
    `  UserKnownHostsFile ${quoted(options.knownHostsPath)}`,
    "  GlobalKnownHostsFile /dev/null",
    "  KnownHostsCommand none",
    "  VerifyHostKeyDNS no",
    "  UpdateHostKeys no",
    "  HashKnownHosts no",
    `  StrictHostKeyChecking ${options.learnsKeys ? "accept-new" : "yes"}`,
    ...(options.agentPath === null
      ? []
      : [`  IdentityAgent ${quoted(options.agentPath)}`, "  IdentityFile none", "  IdentitiesOnly no"]),
    "  ConnectTimeout 10",
    "  ServerAliveInterval 5",
    "  ServerAliveCountMax 3",
    "  ForwardAgent no",
    "  ForwardX11 no",
    "  RequestTTY no",
    "  RemoteCommand none",
    "  EscapeChar none",
    "  LogLevel INFO",
    ...options.included.map((path) => `  Include ${quoted(path)}`),
  ];
  return {
    config: `${[...blocks, ...general].join("\n")}\n`,
    knownHosts: pins.map(({ type, key }, index) => `${keyAlias(index)} ${type} ${key}\n`).join(""),
  };
}

function hopBlock({ host, port, user }: SshHop, index: number, hops: readonly SshHop[]): string {
  const before = hops[index - 1];
  return [
    `Host ${host}`,
    `  HostKeyAlias ${keyAlias(index)}`,
    ...(port === null ? [] : [`  Port ${port}`]),
    ...(user === null ? [] : [`  User ${user}`]),
    // A hop with none before it may still be reached by what the user's own configuration says.
    ...(before === undefined ? [] : [`  ProxyJump ${before.host}`]),
  ].join("\n");
}

/** A path for ssh's configuration: percent signs begin tokens there, and quotes keep spaces together. */
function quoted(path: string): string {
  return `"${path.replaceAll("%", "%%")}"`;
}
