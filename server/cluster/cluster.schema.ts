import * as z from "zod";

/** One machine of a cluster. */
const clusterNodeSchema = z.object({
  name: z.string(),
  /** A remote node has no vote. */
  kind: z.enum(["member", "remote", "other"]),
  online: z.boolean(),
  /** Runs no resources until that is ended. */
  standby: z.boolean(),
  /** Pacemaker leaves its resources alone. */
  maintenance: z.boolean(),
  /** Joins the cluster just now. */
  pending: z.boolean(),
  /** What it does is not known, so it has to be fenced before anything of it runs elsewhere. */
  unclean: z.boolean(),
  coordinator: z.boolean(),
});
export type ClusterNode = z.infer<typeof clusterNodeSchema>;

/** The VM of a VirtualDomain resource, as its file tells. */
const clusterVmSchema = z.object({
  /** The path of the definition that pacemaker starts it from, the same on each node; null where the resource names none. */
  file: z.string().nullable(),
  name: z.string().nullable(),
  /** In lower case; null where the file has none, or was not read. */
  uuid: z.string().nullable(),
  /** Why the file tells nothing, a sentence; null where it does. */
  problem: z.string().nullable(),
  /** Moves while it runs; else it is shut down and started anew. */
  migrates: z.boolean(),
});
export type ClusterVm = z.infer<typeof clusterVmSchema>;

/** Something that the cluster runs. */
const clusterResourceSchema = z.object({
  id: z.string(),
  /** "ocf:heartbeat:VirtualDomain" */
  agent: z.string(),
  kind: z.enum(["vm", "fencing", "other"]),
  /** "Started", "Stopped", "Migrating" … */
  role: z.string(),
  /** Where it runs. */
  nodes: z.array(z.string()),
  /** False: pacemaker only looks at it. */
  managed: z.boolean(),
  /** Pacemaker does nothing about it before somebody helps. */
  blocked: z.boolean(),
  failed: z.boolean(),
  /** Somebody wants it off. */
  meantToBeOff: z.boolean(),
  /** Null of what is no VM. */
  vm: clusterVmSchema.nullable(),
});
export type ClusterResource = z.infer<typeof clusterResourceSchema>;

/** Something that a resource was to do and did not. */
const clusterFailureSchema = z.object({
  resource: z.string(),
  /** "start", "monitor" … */
  task: z.string(),
  node: z.string(),
  /** In the agent's words. */
  reason: z.string(),
  /** Unix milliseconds; null where the tool writes it in a way of its own. */
  at: z.number().nullable(),
});
export type ClusterFailure = z.infer<typeof clusterFailureSchema>;

/** A node was to be cut off, or started again. */
const fencingEventSchema = z.object({
  /** "reboot", "off" … */
  action: z.string(),
  node: z.string(),
  /** The node that asked for it. */
  by: z.string(),
  state: z.enum(["success", "failed", "pending"]),
  /** Why it failed; null where nothing is said. */
  reason: z.string().nullable(),
  /** Unix milliseconds; null while it goes on. */
  at: z.number().nullable(),
});
export type FencingEvent = z.infer<typeof fencingEventSchema>;

/** The votes of that part of the cluster which was asked. */
const quorumSchema = z.object({
  expected: z.number(),
  present: z.number(),
  needed: z.number(),
});
export type ClusterQuorum = z.infer<typeof quorumSchema>;

/** What a cluster that runs tells of itself. */
export const clusterFactsSchema = z.object({
  name: z.string().nullable(),
  /** Pacemaker's, of the coordinator. */
  version: z.string().nullable(),
  /** The name by which the cluster knows the host that was asked; null where that could not be read. */
  ownNode: z.string().nullable(),
  coordinator: z.string().nullable(),
  quorate: z.boolean(),
  /** Null where corosync did not tell. */
  quorum: quorumSchema.nullable(),
  /** Whether pacemaker fences at all. */
  fencing: z.boolean(),
  /** "stop", "freeze", "suicide" …: what it does without quorum. */
  noQuorumPolicy: z.string(),
  /** Pacemaker leaves all resources alone. */
  maintenance: z.boolean(),
  /** Nodes that cut themselves off, by a watchdog. */
  watchdog: z.boolean(),
  nodes: z.array(clusterNodeSchema),
  resources: z.array(clusterResourceSchema),
  /** Nodes that no fencing device names; null where a device finds out by itself which it can fence. */
  unfenced: z.array(z.string()).nullable(),
  failures: z.array(clusterFailureSchema),
  /** The latest first; null where it could not be read. */
  fencingHistory: z.array(fencingEventSchema).nullable(),
  /** Resources with a constraint that a move by hand has left. */
  pinned: z.array(z.string()),
  /** What could not be read, each a sentence. */
  unread: z.array(z.string()),
});
export type ClusterFacts = z.infer<typeof clusterFactsSchema>;

/** One thing that a host needs to be a node of a cluster. */
export const clusterNeedSchema = z.object({
  title: z.string(),
  state: z.enum(["there", "missing", "unknown"]),
  /** What was seen. */
  detail: z.string(),
  /** The next step; null where there is none to take. */
  fix: z.string().nullable(),
});
export type ClusterNeed = z.infer<typeof clusterNeedSchema>;

/** Something about a cluster that somebody should know. */
export const clusterFindingSchema = z.object({
  /** "fail": VMs are down, or would not come up. "warn": they may not. "note": good to know. */
  weight: z.enum(["fail", "warn", "note"]),
  message: z.string(),
  fix: z.string(),
});
export type ClusterFinding = z.infer<typeof clusterFindingSchema>;

/** What is known of a host's cluster. */
export const clusterReadingSchema = z.discriminatedUnion("kind", [
  /** The host is no node of a cluster. */
  z.object({ kind: z.literal("none") }),
  /** It is set up as one, and its cluster programs do not run. */
  z.object({
    kind: z.literal("stopped"),
    problem: z.string(),
    /** The VMs of the configuration that pacemaker has left there, by their resources; null where that can't be read. */
    vms: z.array(z.object({ resource: z.string(), vm: clusterVmSchema })).nullable(),
  }),
  /** Nobody knows; `asked` is false where no program can be run there. */
  z.object({ kind: z.literal("unread"), problem: z.string(), fix: z.string(), asked: z.boolean() }),
  z.object({ kind: z.literal("running"), facts: clusterFactsSchema }),
]);
export type ClusterReading = z.infer<typeof clusterReadingSchema>;

/** A host's cluster, with what to think of it. */
export const clusterLookSchema = z.object({
  reading: clusterReadingSchema,
  findings: z.array(clusterFindingSchema),
  /** Of a host without a running cluster; else none. */
  needs: z.array(clusterNeedSchema),
});
export type ClusterLook = z.infer<typeof clusterLookSchema>;
