import * as z from "zod";
import type { StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import {
  activateNetwork,
  deactivateNetwork,
  findNetwork,
  isNetworkActive,
  removeNetwork,
} from "../../network/network-acts";
import type { PlannedStep } from "../../plan.schema";
import { persevering } from "../persevering";
import { presentSoon } from "../present-soon";
import { changeJobNetwork, type NetworkRooms, onJobNetwork, withJobNetwork } from "./network-work";

/** What the job that makes a network is made of. By its UUID it is known among all others. */
export const createInputSchema = z.object({
  uuid: z.guid(),
  name: z.string(),
  xml: z.string(),
  autostart: z.boolean(),
});
export type CreateInput = z.infer<typeof createInputSchema>;

/** In the order of `createWords`. */
export function createSteps(rooms: NetworkRooms, hostId: string, input: CreateInput): StepWork[] {
  const { uuid, name, xml, autostart } = input;
  const network = { hostId, uuid, name };
  // Asked for just before a crash, it may be there only now.
  const soon = (connection: Connection) => presentSoon(() => findNetwork(connection, uuid));
  const steps: StepWork[] = [
    {
      run: ({ note, remember }) =>
        onJobNetwork(rooms, network, async (connection) => {
          if (note !== null && (await soon(connection)) !== null) return;
          remember("began");
          await connection.call("network_define_xml", { xml });
        }),
      verify: () => withJobNetwork(rooms, network, async () => undefined),
      undo: ({ note }) =>
        onJobNetwork(rooms, network, async (connection) => {
          const net = note === null ? null : await soon(connection);
          if (net !== null) await removeNetwork(connection, net);
        }),
    },
    {
      run: () =>
        changeJobNetwork(rooms, network, async (connection, net) => {
          await connection.call("network_set_autostart", { net, autostart: autostart ? 1 : 0 });
          if (!(await isNetworkActive(connection, net))) await activateNetwork(connection, net);
        }),
      verify: () => withJobNetwork(rooms, network, async () => undefined),
      undo: () =>
        onJobNetwork(rooms, network, async (connection, net) => {
          if (net === null) return;
          // A start that was sent just before a crash has to end before the network is forgotten.
          const isOn = async () => ((await isNetworkActive(connection, net)) ? true : null);
          if ((await presentSoon(isOn)) !== null) await deactivateNetwork(connection, net);
        }),
    },
  ];
  return steps.map((work) => persevering(() => rooms.fleet.host(hostId), work));
}

/** What is shown of {@link createSteps}. */
export function createWords({ name, xml, autostart }: Omit<CreateInput, "uuid">): PlannedStep[] {
  return [
    {
      title: `Define the network ${name}`,
      effect: `virsh net-define NETWORK.xml, with\n${xml}`,
      risk: null,
      undo: `virsh net-undefine ${name}`,
    },
    {
      title: `Start ${name}${autostart ? ", now and with the host" : ""}`,
      effect: `${autostart ? `virsh net-autostart ${name}; ` : ""}virsh net-start ${name}`,
      risk: null,
      undo: `virsh net-destroy ${name}`,
    },
  ];
}
