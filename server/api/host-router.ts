import * as z from "zod";
import type { HostReport } from "../pci/schema";
import { hostId } from "./input.schema";
import { push } from "./push";
import { procedure, router } from "./trpc";

export const hostRouter = router({
  watchReport: procedure.input(z.object({ hostId })).subscription(({ ctx, input, signal }) => {
    const { fleet } = ctx.services;
    return push<HostReport | null>(signal, (sink) => fleet.watchHardware(input.hostId, sink));
  }),
});
