import type { Element } from "@xmldom/xmldom";
import * as z from "zod";
import { childOf, childrenOf } from "../xml/xml";
import type { ClusterFailure, ClusterNode } from "./cluster.schema";
import { allBelow, attributesBy, maybeTrue, rootOf, timeOf, truth } from "./element-attributes";

/** The words of crm_mon that {@link readStatus} reads the output of. */
export const statusWords = [
  "--output-as=xml",
  "--inactive",
  "--exclude=all",
  "--include=summary,options,nodes,resources,failures,bans",
] as const;

/** A resource as crm_mon tells of it: what it is, and where it runs. */
export interface ResourceStatus {
  id: string;
  agent: string;
  role: string;
  nodes: string[];
  managed: boolean;
  blocked: boolean;
  failed: boolean;
  targetRole: string | null;
}

/** What crm_mon tells. */
export interface ClusterStatus {
  version: string | null;
  coordinator: string | null;
  quorate: boolean;
  fencing: boolean;
  noQuorumPolicy: string;
  maintenance: boolean;
  nodes: ClusterNode[];
  resources: ResourceStatus[];
  failures: ClusterFailure[];
  /** Resources that a move by hand has kept to a node, or off it. */
  pinned: string[];
}

const coordinatorSchema = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  with_quorum: maybeTrue,
});
const optionsSchema = z.object({
  "stonith-enabled": truth,
  "no-quorum-policy": z.string(),
  "maintenance-mode": maybeTrue,
});
const nodeSchema = z.object({
  name: z.string(),
  online: truth,
  standby: truth,
  maintenance: truth,
  pending: truth,
  unclean: truth,
  is_dc: truth,
  type: z.string(),
});
const resourceSchema = z.object({
  id: z.string(),
  resource_agent: z.string(),
  role: z.string(),
  managed: truth,
  blocked: truth,
  failed: truth,
  target_role: z.string().optional(),
});
const failureSchema = z.object({
  /** "vm-ha1_monitor_10000" */
  op_key: z.string().optional(),
  /** Of a resource that has no such key. */
  id: z.string().optional(),
  node: z.string(),
  exitstatus: z.string(),
  exitreason: z.string().default(""),
  "last-rc-change": z.string().optional(),
  task: z.string().regex(/^\w*$/).default(""),
});
const banSchema = z.object({ id: z.string(), resource: z.string() });

/** Reads the XML of `crm_mon` with {@link statusWords}. @throws where it is other XML than that. */
export function readStatus(text: string): ClusterStatus {
  const root = rootOf(text);
  const summary = childOf(root, "summary");
  const current = childOf(summary, "current_dc");
  const options = childOf(summary, "cluster_options");
  if (current === null || options === null) throw new Error("crm_mon tells of no cluster");
  const { name, version, with_quorum } = attributesBy(current, coordinatorSchema);
  const set = attributesBy(options, optionsSchema);
  return {
    version: version ?? null,
    coordinator: name ?? null,
    quorate: with_quorum,
    fencing: set["stonith-enabled"],
    noQuorumPolicy: set["no-quorum-policy"],
    maintenance: set["maintenance-mode"],
    nodes: childrenOf(childOf(root, "nodes"), "node").map(nodeOf),
    resources: resourcesOf(root),
    failures: childrenOf(childOf(root, "failures"), "failure").map(failureOf),
    pinned: pinnedOf(root),
  };
}

function nodeOf(element: Element): ClusterNode {
  const { type, is_dc, ...node } = attributesBy(element, nodeSchema);
  return { ...node, kind: type === "member" || type === "remote" ? type : "other", coordinator: is_dc };
}

/** Those in groups, clones and bundles as well. One that runs several times stands there once for each. */
function resourcesOf(root: Element): ResourceStatus[] {
  const resources = childOf(root, "resources");
  return resources === null ? [] : allBelow(resources, "resource").map(resourceOf);
}

function resourceOf(element: Element): ResourceStatus {
  const { id, resource_agent, role, managed, blocked, failed, target_role } = attributesBy(
    element,
    resourceSchema,
  );
  const nodes = childrenOf(element, "node").map((node) => node.getAttribute("name") ?? "");
  return {
    id,
    agent: resource_agent,
    role,
    nodes,
    managed,
    blocked,
    failed,
    targetRole: target_role ?? null,
  };
}

function failureOf(element: Element): ClusterFailure {
  const failure = attributesBy(element, failureSchema);
  const { node, task, exitstatus, exitreason } = failure;
  const operation = new RegExp(`_${task}_\\d+$`);
  const resource = failure.op_key?.replace(operation, "") ?? failure.id ?? "";
  const reason = exitreason === "" ? exitstatus : `${exitstatus}: ${exitreason}`;
  return { resource, node, task, reason, at: timeOf(failure["last-rc-change"]) };
}

/** `crm_resource --move` and `--ban` write constraints whose names begin so. */
function pinnedOf(root: Element): string[] {
  const bans = childrenOf(childOf(root, "bans"), "ban").map((ban) => attributesBy(ban, banSchema));
  return bans.flatMap(({ id, resource }) => (id.startsWith("cli-") ? [resource] : []));
}
