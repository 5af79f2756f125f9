import { onHost } from "../access/objects-of";
import { type ClusterLook, clusterLookSchema } from "../cluster/cluster.schema";
import { type JudgedReport, judgedReportSchema } from "../pci/schema";
import { lackingOf, lackingSchema } from "../work/basics/lacking";
import { makeBasics } from "../work/basics/make-basics";
import { resetDemo } from "../work/demo/reset-demo";
import { watchJudgedHardware } from "../work/host-report/judged-hardware";
import { beginMaintenance, endMaintenance } from "../work/maintenance/acts";
import { hostReference } from "../work/references.schema";
import { mutation, query } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { procedure, router } from "./trpc";

export const hostRouter = router({
  /** Verdicts are those for who asks: the network card of their own connection stays with the host. */
  watchReport: procedure(hostReference, onHost)
    .output(stream(judgedReportSchema.nullable()))
    .subscription(({ ctx, input, signal }) => {
      const { fleet } = ctx.services;
      return push<JudgedReport | null>(signal, (sink) => watchJudgedHardware(fleet, input.hostId, ctx, sink));
    }),
  /** What VMs need and the host has none of that runs. */
  lacking: procedure(hostReference, onHost)
    .output(lackingSchema)
    .query(({ ctx, input }) => lackingOf(ctx.services.fleet, input.hostId)),
  /** The cluster that it is a node of, and what is wrong there. */
  cluster: procedure(hostReference, onHost)
    .output(stream(clusterLookSchema))
    .subscription(({ ctx, input, signal }) => {
      const { fleet, clusters } = ctx.services;
      const { id } = fleet.host(input.hostId).machine;
      return push<ClusterLook>(signal, (sink) => clusters.watch(id, sink));
    }),
  planBasics: query(makeBasics.plan),
  makeBasics: mutation(makeBasics.run),
  beginMaintenance: mutation(beginMaintenance),
  endMaintenance: mutation(endMaintenance),
  resetDemo: mutation(resetDemo),
});
