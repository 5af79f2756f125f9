import { DefinitionVersions } from "../database/definition-versions";
import type { Database } from "../database/open-database";
import { Fleet } from "../fleet/fleet";
import type { ConfiguredHosts } from "../hosts";
import { Clusters } from "../work/cluster/clusters";
import { DefinitionHistory } from "../work/definition/definition-history";
import { HostMaintenance } from "../work/maintenance/host-maintenance";
import { UsbPorts } from "../work/usb/usb-ports";
import type { Opening } from "./opening";

/** The hosts with what follows them for as long as Passdeck runs. */
export function openFleet({ log, closers, now }: Opening, database: Database, hosts: ConfiguredHosts) {
  const fleet = new Fleet(hosts.hosts, log.child({ room: "fleet" }));
  const maintenance = new HostMaintenance({ database, fleet, now });
  fleet.start();
  closers.push(() => fleet.stop());
  const definitions = new DefinitionHistory(
    fleet,
    new DefinitionVersions(database),
    log.child({ room: "definition" }),
  );
  closers.push(definitions.follow());
  const usbPorts = new UsbPorts({ fleet, definitions, log: log.child({ room: "usb" }) });
  closers.push(usbPorts.follow());
  const clusters = new Clusters({ fleet, log: log.child({ room: "cluster" }) });
  closers.push(clusters.follow());
  return { fleet, maintenance, clusters, definitions, usbPorts };
}
