import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { AppError } from "../../errors";
import { keyAlias } from "./ssh-config";
import type { SshFolder } from "./ssh-folder";
import {
  type HostKey,
  hopsOf,
  hopWords,
  hostKeySchema,
  type SshHop,
  type SshRoute,
} from "./ssh-route.schema";
import { runSsh } from "./ssh-run";
import { sshTrouble } from "./ssh-trouble";

/** Looks take a connection to each hop, which ssh itself gives up after 10 s. */
const lookLimitMs = 30_000;

/** A key as people compare it: "SHA256:" and base64 without padding, as ssh-keygen -lf prints it. */
export function fingerprintOf({ key }: HostKey): string {
  const digest = createHash("sha256").update(Buffer.from(key, "base64")).digest("base64");
  return `SHA256:${digest.replace(/=+$/, "")}`;
}

/** The keys in a known_hosts file, by the alias that each is known by. */
export function parseKnownHosts(text: string): Map<string, HostKey> {
  const keys = text.split("\n").flatMap((line): [string, HostKey][] => {
    const [alias = "", type, key] = line.trim().split(/\s+/);
    const parsed = hostKeySchema.safeParse({ type, key });
    return parsed.success ? [[alias, parsed.data]] : [];
  });
  return new Map(keys);
}

/** The key of the first hop of a route that none is pinned for. */
export interface SeenKey {
  hop: SshHop;
  key: HostKey;
}

/**
 * Looks at the host key of the first hop that has none pinned, without signing in there; hops before it are signed in to.
 * ssh-keyscan can't do that: it takes no jump hosts.
 * @param folder Of ssh's files for this route, with those keys that are pinned, and where new keys are learnt.
 * @throws HostRouteError that says why nobody showed a key
 */
export async function lookAtKey(route: SshRoute, pinned: number, folder: SshFolder): Promise<SeenKey> {
  const hop = hopsOf(route)[pinned];
  if (hop === undefined) throw new AppError("internal", { userMessage: "All keys of this route are known." });
  const words = ["-F", folder.config, "-o", "BatchMode=yes", "-o", "PreferredAuthentications=none"];
  const { errors } = await runSsh([...words, ...plainSession, "--", hop.host, "true"], {
    limitMs: lookLimitMs,
  });
  const key = parseKnownHosts(await readFile(folder.knownHosts, "utf8")).get(keyAlias(pinned));
  if (key === undefined) throw sshTrouble({ target: hop, jumps: [] }, errors);
  return { hop, key };
}

/** Options of a run that shares no connection with others. */
const plainSession = ["-o", "ControlMaster=no", "-o", "ControlPath=none", "-o", "ClearAllForwardings=yes"];

/** A key for people who accept it: whose it is, and its fingerprint. */
export function keyWords({ hop, key }: SeenKey): string {
  return `${hopWords(hop)}: ${key.type} ${fingerprintOf(key)}`;
}
