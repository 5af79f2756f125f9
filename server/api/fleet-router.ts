import { type FleetMessage, fleetMessageSchema } from "../fleet/schema";
import { push } from "./push";
import { seenFleet } from "./seen";
import { stream } from "./stream";
import { installationProcedure, router } from "./trpc";

export const fleetRouter = router({
  watch: installationProcedure
    .output(stream(fleetMessageSchema))
    .subscription(({ ctx, signal }) =>
      push<FleetMessage>(signal, (sink) => ctx.services.fleet.watch(seenFleet(ctx, sink))),
    ),
});
