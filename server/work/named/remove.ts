import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { AppError } from "../../errors";
import { deviceNameSchema } from "../../pci/named/named-device.schema";
import { defineAct } from "../act";
import { forgetBookings } from "../booking/set-rules";
import { hostReference } from "../references.schema";
import { askersOn } from "./askers";

/** Deletes a named device and its bookings, its cards stay as they are. Refused while a VM asks for it, which could not be started then. */
export const removeNamedDevice = defineAct({
  name: "named.remove",
  title: "Delete a named device",
  input: hostReference.extend({ name: deviceNameSchema }),
  output: z.void(),
  objects: onHost,
  run(context, { hostId, name }) {
    const { services, tell } = context;
    const askers = askersOn(services, hostId).flatMap((vm) => (vm.asks.includes(name) ? vm.name : []));
    if (askers.length > 0)
      throw new AppError("conflict", {
        userMessage: `${askers.join(", ")} ${askers.length === 1 ? "asks" : "ask"} for “${name}”. Remove it there first.`,
      });
    tell({ title: `Deleted the named device ${name}` });
    services.named.remove(hostId, name);
    services.shares.forgetDevice({ hostId, name });
    forgetBookings(context, { hostId, name });
  },
});
