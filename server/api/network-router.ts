import * as z from "zod";
import { can } from "../access/can";
import { onHost, onNetwork } from "../access/objects-of";
import { networkEditSchema } from "../network/edit/network-edit.schema";
import { bridgeWishSchema } from "../network/guide/bridge-guide.schema";
import type { NetworkSummary } from "../network/network.schema";
import { createNetworkSchema, reservationSchema } from "../network/network-request.schema";
import { hostReference as host, hostId, networkReference as reference } from "../work/references.schema";
import { ifThere } from "./if-there";
import {
  createNetwork,
  deleteNetwork,
  previewNetwork,
  reserveAddress,
  setNetworkAutostart,
  startNetwork,
  stopNetwork,
} from "./network-acts";
import { editNetworkDefinition, networkSettings, planEdit } from "./network-edit";
import { guideToBridge, hostNetworking, networkFilters, networkLeases, networkXml } from "./network-views";
import { push } from "./push";
import { procedure, router } from "./trpc";

const edit = reference.extend(networkEditSchema.shape);
const input = z.object({ hostId, network: createNetworkSchema });

export const networkRouter = router({
  watch: procedure(host, onHost).subscription(({ ctx, input, signal }) =>
    push<NetworkSummary[]>(signal, (sink) =>
      ctx.services.fleet.watchNetworks(input.hostId, (networks) =>
        sink(networks.filter(({ uuid }) => can(ctx, "network.see", onNetwork({ ...input, uuid })))),
      ),
    ),
  ),
  xml: procedure(reference, onNetwork).query(({ ctx, input }) =>
    ifThere(() => networkXml(ctx.services.fleet, input)),
  ),
  leases: procedure(reference, onNetwork).query(({ ctx, input }) =>
    ifThere(() => networkLeases(ctx.services.fleet, input)),
  ),
  filters: procedure(host, onHost).query(({ ctx, input }) =>
    networkFilters(ctx.services.fleet, input.hostId),
  ),
  hostNetworking: procedure(host, onHost).query(({ ctx, input }) =>
    hostNetworking(ctx.services.fleet, ctx, input.hostId),
  ),
  bridgeGuide: procedure(bridgeWishSchema.extend({ hostId }), onHost).query(({ ctx, input }) =>
    guideToBridge(ctx.services.fleet, ctx, input),
  ),
  preview: procedure(input, onHost).query(({ ctx, input }) => previewNetwork(ctx.services.fleet, ctx, input)),
  create: procedure(input, onHost).mutation(({ ctx, input }) =>
    createNetwork(ctx.services.fleet, ctx, input),
  ),
  /** What can be changed of a network, as it is saved; null of one that is gone by now. */
  settings: procedure(reference, onNetwork).query(({ ctx, input }) =>
    ifThere(() => networkSettings(ctx.services.fleet, input)),
  ),
  /** Changes nothing. It is posted, since an edit may be longer than an address. */
  planEdit: procedure(edit, onNetwork).mutation(({ ctx, input }) => planEdit(ctx.services.fleet, ctx, input)),
  edit: procedure(edit, onNetwork).mutation(({ ctx, input }) =>
    editNetworkDefinition(ctx.services.fleet, ctx, input),
  ),
  start: procedure(reference, onNetwork).mutation(({ ctx, input }) =>
    startNetwork(ctx.services.fleet, input),
  ),
  stop: procedure(reference.extend({ disconnect: z.boolean() }), onNetwork).mutation(({ ctx, input }) =>
    stopNetwork(ctx.services.fleet, input),
  ),
  setAutostart: procedure(reference.extend({ autostart: z.boolean() }), onNetwork).mutation(
    ({ ctx, input }) => setNetworkAutostart(ctx.services.fleet, input),
  ),
  reserve: procedure(
    reference.extend({ act: z.enum(["reserve", "release"]), ...reservationSchema.shape }),
    onNetwork,
  ).mutation(({ ctx, input }) => reserveAddress(ctx.services.fleet, input)),
  delete: procedure(reference, onNetwork).mutation(({ ctx, input }) =>
    deleteNetwork(ctx.services.fleet, input),
  ),
});
