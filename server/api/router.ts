import { accountRouter } from "./account-router";
import { auditRouter } from "./audit-router";
import { bookingRouter } from "./booking-router";
import { bridgeRouter } from "./bridge-router";
import { consoleRouter } from "./console-router";
import { createRouter } from "./create-router";
import { definitionRouter } from "./definition-router";
import { fleetRouter } from "./fleet-router";
import { grantRouter } from "./grant-router";
import { groupRouter } from "./group-router";
import { guestGpuRouter } from "./guest-gpu-router";
import { guestRouter } from "./guest-router";
import { hardwareRouter } from "./hardware-router";
import { hostRouter } from "./host-router";
import { hostsRouter } from "./hosts-router";
import { jobRouter } from "./job-router";
import { moveRouter } from "./move-router";
import { namedRouter } from "./named-router";
import { networkRouter } from "./network-router";
import { notifyRouter } from "./notify-router";
import { passthroughRouter } from "./passthrough-router";
import { peopleRouter } from "./people-router";
import { prepareRouter } from "./prepare-router";
import { quotaRouter } from "./quota-router";
import { sessionRouter } from "./session-router";
import { shareRouter } from "./share-router";
import { statisticsRouter } from "./statistics-router";
import { storageRouter } from "./storage-router";
import { router } from "./trpc";
import { vmRouter } from "./vm-router";

/** Everything that can be called, by name. */
export const appRouter = router({
  session: sessionRouter,
  account: accountRouter,
  people: peopleRouter,
  group: groupRouter,
  share: shareRouter,
  quota: quotaRouter,
  notify: notifyRouter,
  grant: grantRouter,
  fleet: fleetRouter,
  statistics: statisticsRouter,
  host: hostRouter,
  hosts: hostsRouter,
  vm: vmRouter,
  move: moveRouter,
  definition: definitionRouter,
  hardware: hardwareRouter,
  console: consoleRouter,
  guest: guestRouter,
  create: createRouter,
  passthrough: passthroughRouter,
  prepare: prepareRouter,
  job: jobRouter,
  audit: auditRouter,
  named: namedRouter,
  guestGpu: guestGpuRouter,
  booking: bookingRouter,
  network: networkRouter,
  bridge: bridgeRouter,
  storage: storageRouter,
});

export type AppRouter = typeof appRouter;
