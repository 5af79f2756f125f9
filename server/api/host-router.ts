import * as z from "zod";
import { onHost } from "../access/objects-of";
import { type JudgedReport, judgedReportSchema } from "../pci/schema";
import { watchJudgedHardware } from "../work/host-report/judged-hardware";
import { hostId } from "../work/references.schema";
import { push } from "./push";
import { stream } from "./stream";
import { procedure, router } from "./trpc";

export const hostRouter = router({
  /** Verdicts are those for who asks: the network card of their own connection stays with the host. */
  watchReport: procedure(z.object({ hostId }), onHost)
    .output(stream(judgedReportSchema.nullable()))
    .subscription(({ ctx, input, signal }) => {
      const { fleet } = ctx.services;
      return push<JudgedReport | null>(signal, (sink) => watchJudgedHardware(fleet, input.hostId, ctx, sink));
    }),
});
