import type { ClusterNode } from "./cluster.schema";
import type { ConfiguredResource } from "./read-configuration";

/**
 * Nodes that no fencing device is for. Null where a device asks what it fences which nodes it can (pcmk_host_check is not
 * "static-list"), so that the configuration does not tell.
 */
export function unfencedNodes(
  nodes: readonly ClusterNode[],
  resources: readonly ConfiguredResource[],
): string[] | null {
  const devices = resources.filter(({ agent }) => agent.startsWith("stonith:"));
  const named = devices.map(({ parameters }) => namedNodes(parameters));
  if (named.includes(null)) return null;
  const fenced = new Set(named.flatMap((names) => names ?? []));
  return nodes.flatMap(({ name, kind }) => (kind === "member" && !fenced.has(name) ? [name] : []));
}

/** "a b", "a,b" in one; "a:1;b:2,3" in the other (pacemaker-fenced(7)). */
function namedNodes(parameters: ReadonlyMap<string, string>): string[] | null {
  const list = parameters.get("pcmk_host_list")?.split(/[\s,;]+/) ?? [];
  const map = parameters.get("pcmk_host_map")?.split(/[\s;]+/) ?? [];
  const names = [...list, ...map.map((entry) => entry.split(":", 1)[0] ?? "")].filter((name) => name !== "");
  return names.length === 0 ? null : names;
}
