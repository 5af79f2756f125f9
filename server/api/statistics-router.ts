import * as z from "zod";
import { onHost } from "../access/objects-of";
import { type StatisticsSample, statisticsSampleSchema } from "../fleet/schema";
import { hostId } from "../work/references.schema";
import { push } from "./push";
import { seenSample } from "./seen";
import { stream } from "./stream";
import { procedure, router } from "./trpc";

const watchInput = z.object({ hostId, intervalSeconds: z.union([z.literal(2), z.literal(5)]) });

export const statisticsRouter = router({
  watch: procedure(watchInput, onHost)
    .output(stream(statisticsSampleSchema))
    .subscription(({ ctx, input, signal }) => {
      const { fleet } = ctx.services;
      return push<StatisticsSample>(signal, (sink) =>
        fleet.watchStatistics(input.hostId, input.intervalSeconds * 1000, (sample) =>
          sink(seenSample(ctx, sample)),
        ),
      );
    }),
});
