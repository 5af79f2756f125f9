import * as z from "zod";
import { can } from "../../access/can";
import { onHost, onNetwork } from "../../access/objects-of";
import { networkLeases, networkXml } from "../../api/network-views";
import { leaseSchema } from "../../network/leases.schema";
import { loadNetworks } from "../../network/load-networks";
import { networkSummarySchema } from "../../network/network.schema";
import { setNetworkAutostart } from "../../work/network/set-autostart";
import { startNetwork } from "../../work/network/start";
import { stopNetwork } from "../../work/network/stop";
import { hostReference, networkReference } from "../../work/references.schema";
import { pageInput, pageOf, pageSchema } from "../page-of";
import { beginningBy, doing, type Route, reading } from "../route";

const tag = "Networks" as const;
const networks = "/hosts/{hostId}/networks";
const network = `${networks}/{uuid}`;

export const networkRoutes: readonly Route[] = [
  reading({
    path: networks,
    id: "listNetworks",
    tag,
    title: "List a host's virtual networks",
    right: "network.watch",
    input: hostReference.extend(pageInput),
    output: pageSchema(networkSummarySchema),
    objects: onHost,
    async read(request, { hostId, ...page }) {
      const all = await request.services.fleet.host(hostId).run("Networks", loadNetworks);
      const seen = all.filter(({ uuid }) => can(request, "network.see", onNetwork({ hostId, uuid })));
      return pageOf(seen, page, ({ uuid }) => uuid);
    },
  }),
  reading({
    path: `${network}/xml`,
    id: "getNetworkXml",
    tag,
    title: "Get a network's definition",
    notes: "libvirt's network XML: of the running network while it runs, else as it is saved.",
    right: "network.xml",
    input: networkReference,
    output: z.object({ xml: z.string() }),
    objects: onNetwork,
    read: ({ services }, reference) => networkXml(services.fleet, reference),
  }),
  reading({
    path: `${network}/leases`,
    id: "listLeases",
    tag,
    title: "List a network's DHCP leases",
    right: "network.leases",
    input: networkReference.extend(pageInput),
    output: pageSchema(leaseSchema),
    objects: onNetwork,
    async read({ services }, { limit, cursor, ...reference }) {
      const leases = await networkLeases(services.fleet, reference);
      return pageOf(leases, { limit, cursor }, ({ address }) => address);
    },
  }),
  beginningBy(startNetwork, { method: "POST", path: `${network}/start`, id: "startNetwork", tag }),
  doing(stopNetwork.plan, {
    method: "POST",
    path: `${network}/stop-plan`,
    id: "planNetworkStop",
    tag,
    title: "Plan to stop a network",
    notes: "Changes nothing. Says whom it cuts off; its fingerprint stands for the plan.",
  }),
  beginningBy(stopNetwork.run, {
    method: "POST",
    path: `${network}/stop`,
    id: "stopNetwork",
    tag,
    notes: "Carries out the plan of that fingerprint, and is refused where things have changed since.",
    example: { fingerprint: "as the plan has it" },
  }),
  doing(setNetworkAutostart, {
    method: "PUT",
    path: `${network}/autostart`,
    id: "setNetworkAutostart",
    tag,
    example: { autostart: true },
  }),
];
