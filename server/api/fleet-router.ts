import type { FleetMessage } from "../fleet/schema";
import { push } from "./push";
import { seenFleet } from "./seen";
import { installationProcedure, router } from "./trpc";

export const fleetRouter = router({
  watch: installationProcedure.subscription(({ ctx, signal }) =>
    push<FleetMessage>(signal, (sink) => ctx.services.fleet.watch(seenFleet(ctx, sink))),
  ),
});
