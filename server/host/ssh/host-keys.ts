import { readFile } from "node:fs/promises";
import { type HostKey, hostKeySchema } from "../route/host-key.schema";
import { HostRouteError } from "../route/host-route-error";
import { fingerprintOf } from "../route/key-fingerprint";
import { KeyAgent } from "./ssh-agent";
import { keyAlias } from "./ssh-config";
import type { SshFolder } from "./ssh-folder";
import { hopsOf, hopWords } from "./ssh-hops.schema";
import { type SshAccess, sshFolder } from "./ssh-master";
import type { SshHop } from "./ssh-route.schema";
import { runSsh } from "./ssh-run";
import { sshTrouble } from "./ssh-trouble";

/** Looks take a connection to each hop, which ssh itself gives up after 10 s. */
const lookLimitMs = 30_000;

/** The keys in a known_hosts file, by the alias that each is known by. */
function parseKnownHosts(text: string): Map<string, HostKey> {
  const keys = text.split("\n").flatMap((line): [string, HostKey][] => {
    const [alias = "", type, key] = line.trim().split(/\s+/);
    const parsed = hostKeySchema.safeParse({ type, key });
    return parsed.success ? [[alias, parsed.data]] : [];
  });
  return new Map(keys);
}

/** The key that a hop of a route shows. */
export interface SeenKey {
  hop: SshHop;
  key: HostKey;
}

/**
 * Looks at the host key of one hop of a route, without signing in there; the hops before it are signed in to, so their keys
 * have to be pinned. ssh-keyscan can't do that: it takes no jump hosts.
 * @throws HostRouteError that says why nobody showed a key
 */
export async function lookAtKey({ route, pins, credential }: SshAccess, index: number): Promise<SeenKey> {
  const hop = hopsOf(route)[index];
  if (hop === undefined) throw new RangeError(`the route has no hop ${index}`);
  const signsIn = index > 0 && credential.kind === "key" ? credential : null;
  const folder = await sshFolder(route, pins.slice(0, index), {
    learnsKeys: true,
    hasAgent: signsIn !== null,
  });
  let agent: KeyAgent | null = null;
  try {
    agent = signsIn && (await KeyAgent.start(folder.agent, signsIn));
    const { errors } = await runSsh([...lookWords(folder), "--", hop.host, "true"], { limitMs: lookLimitMs });
    const key = parseKnownHosts(await readFile(folder.knownHosts, "utf8")).get(keyAlias(index));
    if (key === undefined) throw sshTrouble({ target: hop, jumps: [] }, errors);
    return { hop, key };
  } finally {
    agent?.stop();
    await folder.remove();
  }
}

/**
 * The host's key, if it is the expected one.
 * @param expected Its fingerprint.
 * @throws HostRouteError "key-changed" with both fingerprints where it is another
 */
export async function lookForKey(access: SshAccess, expected: string): Promise<HostKey> {
  const { hop, key } = await lookAtKey(access, 0);
  const seen = fingerprintOf(key);
  if (seen === expected) return key;
  throw new HostRouteError(
    "key-changed",
    `${hopWords(hop)} shows the host key ${seen} (${key.type}), and not the expected ${expected}.`,
    "If the host was installed anew, or the settings name a key of another type, give the new fingerprint. If not, somebody may be in between: do not go on.",
  );
}

/** A run that shares no connection with others, and offers nothing to sign in by. */
function lookWords(folder: SshFolder): string[] {
  const options = [
    "BatchMode=yes",
    "PreferredAuthentications=none",
    "ControlMaster=no",
    "ControlPath=none",
    "ClearAllForwardings=yes",
  ];
  return ["-F", folder.config, ...options.flatMap((option) => ["-o", option])];
}
