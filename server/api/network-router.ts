import * as z from "zod";
import { can } from "../access/can";
import { onHost, onNetwork } from "../access/objects-of";
import { savedSettingsSchema } from "../network/edit/saved-settings.schema";
import { filterSummarySchema } from "../network/filter.schema";
import { bridgeGuideSchema, bridgeWishSchema } from "../network/guide/bridge-guide.schema";
import { hostNetworkingSchema } from "../network/host/host-network.schema";
import { leaseSchema } from "../network/leases.schema";
import { type NetworkSummary, networkSummarySchema } from "../network/network.schema";
import { createNetwork } from "../work/network/create";
import { deleteNetwork } from "../work/network/delete";
import { editNetwork, planNetworkEdit } from "../work/network/edit";
import { hostNetworking } from "../work/network/host-links";
import { previewNetwork } from "../work/network/preview";
import { reserveAddress } from "../work/network/reserve-address";
import { setNetworkAutostart } from "../work/network/set-autostart";
import { startNetwork } from "../work/network/start";
import { stopNetwork } from "../work/network/stop";
import { hostReference as host, hostId, networkReference as reference } from "../work/references.schema";
import { mutation, query } from "./act-procedure";
import { ifThere } from "./if-there";
import { networkSettings } from "./network-settings";
import { guideToBridge, networkFilters, networkLeases, networkXml } from "./network-views";
import { push } from "./push";
import { stream } from "./stream";
import { procedure, router } from "./trpc";

export const networkRouter = router({
  watch: procedure(host, onHost)
    .output(stream(z.array(networkSummarySchema)))
    .subscription(({ ctx, input, signal }) =>
      push<NetworkSummary[]>(signal, (sink) =>
        ctx.services.fleet.watchNetworks(input.hostId, (networks) =>
          sink(networks.filter(({ uuid }) => can(ctx, "network.see", onNetwork({ ...input, uuid })))),
        ),
      ),
    ),
  xml: procedure(reference, onNetwork)
    .output(z.object({ xml: z.string() }).nullable())
    .query(({ ctx, input }) => ifThere(() => networkXml(ctx.services.fleet, input))),
  leases: procedure(reference, onNetwork)
    .output(z.array(leaseSchema).nullable())
    .query(({ ctx, input }) => ifThere(() => networkLeases(ctx.services.fleet, input))),
  filters: procedure(host, onHost)
    .output(z.array(filterSummarySchema))
    .query(({ ctx, input }) => networkFilters(ctx.services.fleet, input.hostId)),
  hostNetworking: procedure(host, onHost)
    .output(hostNetworkingSchema.nullable())
    .query(({ ctx, input }) => hostNetworking(ctx.services.fleet, ctx, input.hostId)),
  bridgeGuide: procedure(bridgeWishSchema.extend({ hostId }), onHost)
    .output(bridgeGuideSchema)
    .query(({ ctx, input }) => guideToBridge(ctx.services.fleet, ctx, input)),
  preview: query(previewNetwork),
  create: mutation(createNetwork),
  /** What can be changed of a network, as it is saved; null of one that is gone by now. */
  settings: procedure(reference, onNetwork)
    .output(savedSettingsSchema.nullable())
    .query(({ ctx, input }) => ifThere(() => networkSettings(ctx.services.fleet, input))),
  /** It is posted, since an edit may be longer than an address. */
  planEdit: mutation(planNetworkEdit),
  edit: mutation(editNetwork),
  start: mutation(startNetwork),
  planStop: query(stopNetwork.plan),
  stop: mutation(stopNetwork.run),
  setAutostart: mutation(setNetworkAutostart),
  reserve: mutation(reserveAddress),
  planDelete: query(deleteNetwork.plan),
  delete: mutation(deleteNetwork.run),
});
