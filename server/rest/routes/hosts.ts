import * as z from "zod";
import { onHost, onInstallation } from "../../access/objects-of";
import { seenHosts } from "../../api/seen";
import { hostSummarySchema } from "../../fleet/schema";
import { noSuchHost } from "../../not-there";
import { judgedDeviceSchema, judgedReportSchema } from "../../pci/schema";
import { shownHostReports } from "../../work/host-report/current-host-report";
import { beginMaintenance, endMaintenance } from "../../work/maintenance/acts";
import { hostReference } from "../../work/references.schema";
import { pageInput, pageOf, pageSchema } from "../page-of";
import { doing, type RestRequest, type Route, reading } from "../route";

const tag = "Hosts" as const;
const path = "/hosts/{hostId}";

const report = (request: RestRequest, hostId: string) =>
  shownHostReports(request.services.fleet, request)(hostId);

export const hostRoutes: readonly Route[] = [
  reading({
    path: "/hosts",
    id: "listHosts",
    tag,
    title: "List hosts",
    right: "fleet.watch",
    input: z.object(pageInput),
    output: pageSchema(hostSummarySchema),
    objects: onInstallation,
    read(request, page) {
      const hosts = seenHosts(request, request.services.fleet.hostSummaries());
      return pageOf(hosts, page, ({ id }) => id);
    },
  }),
  reading({
    path,
    id: "getHost",
    tag,
    title: "Get a host",
    right: "host.see",
    input: hostReference,
    output: hostSummarySchema,
    objects: onHost,
    read(request, { hostId }) {
      const hosts = request.services.fleet.hostSummaries().filter(({ id }) => id === hostId);
      const [found] = seenHosts(request, hosts);
      if (found !== undefined) return found;
      throw noSuchHost(hostId);
    },
  }),
  doing(beginMaintenance, {
    method: "PUT",
    path: `${path}/maintenance`,
    id: "beginMaintenance",
    tag,
    notes:
      "From then on Passdeck starts no VM on it and migrates none onto it; what runs goes on. Of one that is in maintenance, the reason is changed.",
    example: { reason: "Firmware upgrade" },
  }),
  doing(endMaintenance, { method: "DELETE", path: `${path}/maintenance`, id: "endMaintenance", tag }),
  reading({
    path: `${path}/report`,
    id: "getHostReport",
    tag,
    title: "Get a host's hardware, with checks and verdicts",
    notes:
      "As `passdeck inspect --json`: checks for passthrough, IOMMU groups, and of each device whether it can be handed to a VM (ready, bindable, risky, blocked), with reasons.",
    right: "host.watchReport",
    input: hostReference,
    output: judgedReportSchema,
    objects: onHost,
    read: (request, { hostId }) => report(request, hostId),
  }),
  reading({
    path: `${path}/devices`,
    id: "listDevices",
    tag,
    title: "List a host's PCI devices",
    notes: "The devices of its report, by address.",
    right: "host.watchReport",
    input: hostReference.extend(pageInput),
    output: pageSchema(judgedDeviceSchema),
    objects: onHost,
    async read(request, { hostId, ...page }) {
      const { devices } = await report(request, hostId);
      return pageOf(devices, page, ({ address }) => address);
    },
  }),
];
