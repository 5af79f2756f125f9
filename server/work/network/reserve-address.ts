import * as z from "zod";
import { onNetwork } from "../../access/objects-of";
import { AppError } from "../../errors";
import { reservationSchema } from "../../network/network-request.schema";
import { changeReservation, whyNotReserve } from "../../network/reservations";
import { defineAct } from "../act";
import { networkReference } from "../references.schema";
import { summaryOf } from "./network-users";
import { withNetwork } from "./on-network";

/** Has a network's DHCP keep an address for a machine, or keep it no longer. */
export const reserveAddress = defineAct({
  name: "network.reserve",
  title: "Reserve an address of a network, or release it",
  input: networkReference.extend({ act: z.enum(["reserve", "release"]), ...reservationSchema.shape }),
  output: z.void(),
  objects: onNetwork,
  async run({ services: { fleet } }, { act, mac, address, ...reference }) {
    await withNetwork(fleet, reference, async (connection, net) => {
      const network = await summaryOf(reference, connection);
      const why = act === "reserve" && network ? whyNotReserve(network, { mac, address }) : null;
      if (why !== null) throw new AppError("conflict", { userMessage: why });
      await changeReservation(connection, net, act, { mac, address });
    });
    // libvirt tells of it only where the definition is saved.
    fleet.refreshNetworks(reference.hostId);
  },
});
