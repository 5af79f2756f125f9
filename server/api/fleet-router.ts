import type { FleetMessage } from "../fleet/schema";
import { push } from "./push";
import { procedure, router } from "./trpc";

export const fleetRouter = router({
  watch: procedure.subscription(({ ctx, signal }) =>
    push<FleetMessage>(signal, (sink) => ctx.services.fleet.watch(sink)),
  ),
});
