import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { isActive } from "../../fleet/read-vm";
import { need } from "../../host/ability";
import { domainXmlFlags } from "../../libvirt/protocol/constants.gen";
import { connectToVnc } from "./connect-to-vnc";
import { graphicalLimits } from "./limits";
import type { GraphicalSource } from "./source";
import { readVncAddress } from "./vnc-address";

/**
 * Screens of the fleet's VMs. libvirt can hand over a connection to one (virDomainOpenGraphicsFD) only as a file
 * descriptor, which Node cannot receive; so it is reached at the address that the running VM's XML tells, on its host.
 */
export function fleetGraphics(fleet: Fleet): GraphicalSource {
  return {
    has: (hostId, vmId) => fleet.vmsOf(hostId).some(({ summary }) => summary.id === vmId),
    async open(hostId, vmId) {
      const { handle, summary } = fleet.vm(hostId, vmId);
      if (!isActive(summary.state)) {
        throw new AppError("conflict", {
          userMessage: `${summary.name} is off: it has no screen until it runs.`,
        });
      }
      const host = fleet.host(hostId);
      const sockets = need(host.machine.sockets);
      const flags = domainXmlFlags.SECURE;
      const { xml } = await host.run(`VM ${summary.name}`, (connection) =>
        connection.call("domain_get_xml_desc", { dom: handle, flags }),
      );
      const address = readVncAddress(xml, summary.name);
      return connectToVnc(sockets, address, summary.name, graphicalLimits.signInWithin);
    },
  };
}
