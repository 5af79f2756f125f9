import * as z from "zod";
import { onHost } from "../access/objects-of";
import { type NamedDeviceView, namedDeviceViewSchema } from "../pci/named/named-device.schema";
import { removeNamedDevice } from "../work/named/remove";
import { addNamedDevice, changeNamedDevice } from "../work/named/save";
import { watchNamedDevices } from "../work/named/watch";
import { hostReference } from "../work/references.schema";
import { mutation } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { procedure, router } from "./trpc";

export const namedRouter = router({
  /** How the cards of each stand, for who asks; null while the host's devices can't be read. */
  watch: procedure(hostReference, onHost)
    .output(stream(z.array(namedDeviceViewSchema).nullable()))
    .subscription(({ ctx, input, signal }) =>
      push<NamedDeviceView[] | null>(signal, (sink) =>
        watchNamedDevices(ctx.services, input.hostId, ctx, sink),
      ),
    ),
  add: mutation(addNamedDevice),
  change: mutation(changeNamedDevice),
  remove: mutation(removeNamedDevice),
});
