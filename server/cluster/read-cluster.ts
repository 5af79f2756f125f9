import type { Host } from "../host/host";
import type { HostTools } from "../host/tools";
import type { ClusterFacts, ClusterReading, ClusterResource, ClusterVm } from "./cluster.schema";
import { isSetUp } from "./is-set-up";
import { type ClusterConfiguration, readConfiguration } from "./read-configuration";
import { readFencing } from "./read-fencing";
import { readQuorum } from "./read-quorum";
import { type ClusterStatus, type ResourceStatus, readStatus, statusWords } from "./read-status";
import { readVmFiles, virtualDomain } from "./read-vm-files";
import { runTool } from "./run-tool";
import { unfencedNodes } from "./unfenced-nodes";

/** What is asked of a machine for its cluster. */
export type ClusterMachine = Pick<Host, "tools" | "files">;

const joinGroup =
  "Let the user that Passdeck runs as there ask the cluster: “usermod --append --groups haclient USER”, then sign in anew.";

/**
 * Reads what a host's cluster tells, by pacemaker's own tools, as the user that Passdeck has there. What could not be read is
 * said, never taken for fine.
 */
export async function readCluster(machine: ClusterMachine): Promise<ClusterReading> {
  const tools = machine.tools.value;
  if (tools === null)
    return {
      kind: "unread",
      problem: machine.tools.why,
      fix: "A host that is added by ssh can be asked.",
      asked: false,
    };
  const asked = await runTool(tools, "crm_mon", statusWords);
  switch (asked.kind) {
    case "absent":
      return { kind: "none" };
    case "stopped":
      return (await isSetUp(machine.files)) ? readStopped(machine, asked.problem) : { kind: "none" };
    case "forbidden":
      return { kind: "unread", problem: asked.problem, fix: joinGroup, asked: true };
    case "failed":
      return {
        kind: "unread",
        problem: asked.problem,
        fix: "Look at “systemctl status pacemaker” there.",
        asked: true,
      };
    case "told":
      return readRunning(machine, tools, asked.output);
  }
}

/** Of a node whose pacemaker does not run, what it would run stands in the file that pacemaker keeps. Root may read it. */
async function readStopped({ files }: ClusterMachine, problem: string): Promise<ClusterReading> {
  const text = await files.value?.readText("var/lib/pacemaker/cib/cib.xml").catch(() => null);
  if (text === null || text === undefined) return { kind: "stopped", problem, vms: null };
  const configuration = part([], "cib.xml", () => readConfiguration(text));
  if (configuration === null) return { kind: "stopped", problem, vms: null };
  const vms = await readVmFiles(files, configuration.resources);
  return { kind: "stopped", problem, vms: [...vms].map(([resource, vm]) => ({ resource, vm })) };
}

async function readRunning(
  machine: ClusterMachine,
  tools: HostTools,
  output: string,
): Promise<ClusterReading> {
  const unread: string[] = [];
  const status = part(unread, "crm_mon", () => readStatus(output));
  if (status === null)
    return {
      kind: "unread",
      problem: unread.join(" "),
      fix: "Tell Passdeck’s makers which pacemaker it is.",
      asked: true,
    };
  const ask = async <Read>(program: string, words: readonly string[], read: (text: string) => Read) => {
    const answer = await runTool(tools, program, words);
    if (answer.kind === "told") return part(unread, program, () => read(answer.output));
    unread.push(answer.kind === "absent" ? `There is no ${program} on the host.` : `${answer.problem}.`);
    return null;
  };
  const [configuration, quorum, fencingHistory, ownNode] = await Promise.all([
    ask("cibadmin", ["--query", "--scope", "configuration"], readConfiguration),
    ask("corosync-quorumtool", ["-s"], readQuorum),
    ask("stonith_admin", ["--history=*", "--output-as=xml"], readFencing),
    ask("crm_node", ["--name"], (text) => text.trim() || null),
  ]);
  const vms = await readVmFiles(machine.files, configuration?.resources ?? []);
  const facts = factsOf(status, configuration, vms);
  return { kind: "running", facts: { ...facts, ownNode, quorum, fencingHistory, unread } };
}

function part<Read>(unread: string[], program: string, read: () => Read): Read | null {
  try {
    return read();
  } catch (error) {
    unread.push(`What ${program} says could not be read: ${error instanceof Error ? error.message : error}.`);
    return null;
  }
}

/** @param configuration null where it could not be read. */
function factsOf(
  { nodes, resources, failures, ...status }: ClusterStatus,
  configuration: ClusterConfiguration | null,
  vms: ReadonlyMap<string, ClusterVm>,
): Omit<ClusterFacts, "ownNode" | "quorum" | "fencingHistory" | "unread"> {
  const properties = configuration?.properties ?? new Map<string, string>();
  return {
    ...status,
    name: properties.get("cluster-name") ?? null,
    watchdog: watchdogFences(properties),
    nodes,
    resources: mergedById(resources).map((resource) => resourceOf(resource, configuration, vms)),
    unfenced: configuration && unfencedNodes(nodes, configuration.resources),
    failures,
    pinned: [...new Set([...status.pinned, ...(configuration?.pinned ?? [])])],
  };
}

/** Nodes fence themselves where there is a watchdog and pacemaker counts on it. */
function watchdogFences(properties: ReadonlyMap<string, string>): boolean {
  return (
    properties.get("have-watchdog") === "true" &&
    !/^0*s?$/.test(properties.get("stonith-watchdog-timeout") ?? "0")
  );
}

/** A clone stands there once for each node that it runs on. */
function mergedById(resources: readonly ResourceStatus[]): ResourceStatus[] {
  const byId = new Map<string, ResourceStatus>();
  for (const resource of resources) {
    const same = byId.get(resource.id);
    byId.set(
      resource.id,
      same === undefined ? resource : { ...same, nodes: [...same.nodes, ...resource.nodes] },
    );
  }
  return [...byId.values()];
}

function resourceOf(
  { targetRole, ...resource }: ResourceStatus,
  configuration: ClusterConfiguration | null,
  vms: ReadonlyMap<string, ClusterVm>,
): ClusterResource {
  const meta = configuration?.resources.find(({ id }) => id === resource.id)?.meta;
  const isVm = resource.agent === virtualDomain;
  return {
    ...resource,
    kind: isVm ? "vm" : resource.agent.startsWith("stonith:") ? "fencing" : "other",
    meantToBeOff: (targetRole ?? meta?.get("target-role"))?.toLowerCase() === "stopped",
    vm: isVm ? (vms.get(resource.id) ?? unknownVm) : null,
  };
}

const unknownVm: ClusterVm = {
  file: null,
  name: null,
  uuid: null,
  problem: "The cluster’s configuration could not be read.",
  migrates: false,
};
