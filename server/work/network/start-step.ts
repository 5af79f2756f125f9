import type { StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import type { NetworkHandle } from "../../network/load-networks";
import {
  activateNetwork,
  deactivateNetwork,
  isNetworkActive,
  lookUpNetwork,
} from "../../network/network-acts";
import type { PlannedStep } from "../../plan.schema";
import { persevering } from "../persevering";
import { startedStep } from "../started-step";
import { namesOf, runningOf, usersOf } from "./network-users";
import { changeJobNetwork, type JobNetwork, type NetworkRooms } from "./network-work";

/** @param autostart Whether it is to be started with its host from now on; else that stays as it is. */
export function startNetworkStep(
  { fleet }: NetworkRooms,
  network: JobNetwork,
  { autostart }: { autostart: boolean },
): StepWork {
  const { hostId, uuid, name } = network;
  const withNet =
    <T>(work: (connection: Connection, net: NetworkHandle) => Promise<T>) =>
    async (connection: Connection) =>
      work(connection, await lookUpNetwork(connection, uuid));
  const step = startedStep({
    subject: `The network ${name}`,
    onHost: (work) => changeJobNetwork({ fleet }, network, work),
    isActive: withNet(isNetworkActive),
    start: withNet(activateNetwork),
    stop: withNet(deactivateNetwork),
    inUseBy: async (connection) => {
      const users = runningOf(await usersOf(fleet, network, connection));
      return users.length === 0 ? null : namesOf(users);
    },
    autostart: autostart
      ? {
          get: withNet(async (connection, net) => {
            return (await connection.call("network_get_autostart", { net })).autostart !== 0;
          }),
          set: (connection, on) =>
            withNet((_, net) => connection.call("network_set_autostart", { net, autostart: on ? 1 : 0 }))(
              connection,
            ),
        }
      : null,
  });
  return persevering(() => fleet.host(hostId), step);
}

/** What is shown of {@link startNetworkStep}. */
export function startNetworkWords(name: string, { autostart }: { autostart: boolean }): PlannedStep {
  return {
    title: `Start ${name}${autostart ? ", now and with the host" : ""}`,
    effect: `virsh net-start ${name}${autostart ? `; virsh net-autostart ${name}` : ""}`,
    risk: null,
    undo: `virsh net-destroy ${name}${autostart ? `; virsh net-autostart --disable ${name}` : ""}`,
  };
}
