import type { Route } from "./route";
import { bookingRoutes } from "./routes/bookings";
import { createRoutes } from "./routes/create";
import { eventRoutes } from "./routes/events";
import { hostRoutes } from "./routes/hosts";
import { jobRoutes } from "./routes/jobs";
import { networkRoutes } from "./routes/networks";
import { passthroughRoutes } from "./routes/passthrough";
import { preparationRoutes } from "./routes/preparation";
import { quotaRoutes } from "./routes/quotas";
import { storageRoutes } from "./routes/storage";
import { vmRoutes } from "./routes/vms";

/** All ways of `/api/v1`. The document that describes it is made of this table. */
export const routes: readonly Route[] = [
  ...hostRoutes,
  ...bookingRoutes,
  ...preparationRoutes,
  ...vmRoutes,
  ...passthroughRoutes,
  ...createRoutes,
  ...jobRoutes,
  ...storageRoutes,
  ...networkRoutes,
  ...quotaRoutes,
  ...eventRoutes,
];
