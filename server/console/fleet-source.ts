import type { Duplex } from "node:stream";
import type { Fleet } from "../fleet/fleet";
import { appErrorOf } from "../fleet/libvirt-app-error";
import { isActive } from "../fleet/read-vm";
import type { VmSummary } from "../fleet/schema";
import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { domainConsoleFlags, errorNumber } from "../libvirt/protocol/constants.gen";
import { ConsoleBusyError, type ConsoleSource, type ConsoleVm, type ConsoleVmChange } from "./source";

/**
 * A connection whose console was taken away is kept for this long. libvirtd 9.0 tells that first and looks at the
 * connection after; where that is gone by then it crashes, in one of a hundred takings by our measure.
 */
const lingerMs = 1_000;

/** Consoles of the fleet's VMs, each over a libvirt connection of its own. */
export function fleetConsoleSource(fleet: Fleet): ConsoleSource {
  return {
    list: () =>
      fleet.hostSummaries().flatMap(({ id }) => fleet.vmsOf(id).map(({ summary }) => consoleVm(summary))),
    onVmChange: (listener) =>
      fleet.watch((message) => {
        if (message.type === "snapshot") return;
        for (const change of changesIn(fleet, message)) listener(change);
      }),
    async open(hostId, vmId, forced) {
      const { handle, summary } = fleet.vm(hostId, vmId);
      const host = fleet.host(hostId);
      host.current();
      const connection = await host.openConnection();
      try {
        const stream: Duplex = await connection.openStream("domain_open_console", {
          dom: handle,
          dev_name: null,
          flags: forced ? domainConsoleFlags.FORCE : 0,
        });
        stream.once("close", () => giveUp(connection, stream.errored === null ? 0 : lingerMs));
        return stream;
      } catch (error) {
        await connection.close().catch(() => undefined);
        // "Active console session exists for this domain" has no number of its own.
        if (error instanceof LibvirtError && error.code === errorNumber.OPERATION_FAILED)
          throw new ConsoleBusyError(error);
        throw appErrorOf(error, `VM ${summary.name}`);
      }
    },
  };
}

function giveUp(connection: Connection, afterMs: number): void {
  setTimeout(() => void connection.close().catch(() => undefined), afterMs).unref();
}

function consoleVm({ hostId, id, state, hasSerialConsole }: VmSummary): ConsoleVm {
  return { hostId, vmId: id, running: isActive(state), hasSerialConsole };
}

function changesIn(
  fleet: Fleet,
  message: Extract<Parameters<Parameters<Fleet["watch"]>[0]>[0], { type: "delta" }>,
) {
  // A host that came back: its streams broke with its connection, whether or not its VMs changed meanwhile.
  const back = message.hosts.filter((host) => host.connection === "connected").map((host) => host.id);
  const present = [...message.vms, ...back.flatMap((id) => fleet.vmsOf(id).map(({ summary }) => summary))];
  return [
    ...present.map((summary): ConsoleVmChange => ({ ...consoleVm(summary), removed: false })),
    ...message.removed.map(
      ({ hostId, id }): ConsoleVmChange => ({
        hostId,
        vmId: id,
        running: false,
        hasSerialConsole: false,
        removed: true,
      }),
    ),
  ];
}
