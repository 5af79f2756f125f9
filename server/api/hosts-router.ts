import * as z from "zod";
import { addHost, changeHost, removeHost } from "../work/hosts/acts";
import { checkHost } from "../work/hosts/check-host";
import {
  checkHostSchema,
  checkNewsSchema,
  type ManagedHostView,
  managedHostViewSchema,
} from "../work/hosts/host-request.schema";
import { mutation } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { installationProcedure, router } from "./trpc";

/** The hosts that are managed beside Passdeck’s own machine. */
export const hostsRouter = router({
  watch: installationProcedure
    .output(stream(z.array(managedHostViewSchema)))
    .subscription(({ ctx, signal }) =>
      push<ManagedHostView[]>(signal, (sink) => ctx.services.hosts.watch(sink)),
    ),
  /** Tries each step of the way to a host; ends with the first that fails or asks for a key to be accepted. */
  check: installationProcedure
    .input(checkHostSchema)
    .output(stream(checkNewsSchema))
    .subscription(({ ctx, input }) => {
      const { route, pins, uri } = input;
      return checkHost({ route, pins, credential: ctx.services.hosts.credentialFor(input) }, uri);
    }),
  add: mutation(addHost),
  change: mutation(changeHost),
  remove: mutation(removeHost),
});
