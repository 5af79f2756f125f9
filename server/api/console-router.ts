import * as z from "zod";
import { type ConsoleAccess, consoleAccessSchema } from "../access/console-access.schema";
import { type ConsoleLinkEntry, consoleLinkSchema } from "../access/console-link.schema";
import { onVm } from "../access/objects-of";
import { type ViewerEntry, viewerEntrySchema } from "../console/people/viewer-entry.schema";
import { createConsoleLink } from "../work/console/create-link";
import { disconnectViewer } from "../work/console/disconnect-viewer";
import { giveKeyboard, takeKeyboard } from "../work/console/keyboard";
import { mayWatch } from "../work/console/may-watch";
import { openConsole } from "../work/console/open";
import { consoleKinds, consoleReference, placeOf } from "../work/console/place.schema";
import { revokeConsoleLink } from "../work/console/revoke-link";
import { seenLinks } from "../work/console/seen-links";
import { seenViewers } from "../work/console/seen-viewers";
import { setWatching } from "../work/console/set-watching";
import { mayNotWatch, watchConsole } from "../work/console/watch";
import { vmReference } from "../work/references.schema";
import { mutation } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { procedure, router } from "./trpc";

export const consoleRouter = router({
  open: mutation(openConsole),
  watch: mutation(watchConsole),
  /** Who is at a console, whenever somebody comes, goes or types, or the keyboard is taken. */
  viewers: procedure(consoleReference, onVm)
    .output(stream(z.array(viewerEntrySchema)))
    .subscription(({ ctx, input, signal }) => {
      const { fleet, consolePeople, watchableVms } = ctx.services;
      const { summary } = fleet.vm(input.hostId, input.vmId);
      if (!mayWatch(ctx, input, watchableVms)) throw mayNotWatch(summary.name);
      const place = placeOf({ ...input, vmId: summary.id });
      return push<ViewerEntry[]>(signal, (sink) => {
        const tell = () => sink(seenViewers(consolePeople, ctx, place, watchableVms));
        tell();
        return consolePeople.listen(place, tell);
      });
    }),
  disconnect: mutation(disconnectViewer),
  takeKeyboard: mutation(takeKeyboard),
  giveKeyboard: mutation(giveKeyboard),
  /** Who reaches a VM's consoles, whenever something of users, shares or this has changed. */
  access: procedure(vmReference, onVm)
    .output(stream(consoleAccessSchema))
    .subscription(({ ctx: { services }, input, signal }) => {
      const { hostId, id: vmId } = services.fleet.vm(input.hostId, input.vmId).summary;
      return push<ConsoleAccess>(signal, (sink) => {
        const tell = () => sink({ viewersMayWatch: services.watchableVms.has({ hostId, vmId }) });
        tell();
        return services.access.onChange(tell);
      });
    }),
  setWatching: mutation(setWatching),
  /** The links to a VM's consoles that work, whenever one is made, used, left or has ended. */
  links: procedure(vmReference, onVm)
    .output(stream(z.array(consoleLinkSchema)))
    .subscription(({ ctx, input, signal }) => {
      const { fleet, access, consolePeople } = ctx.services;
      const { hostId, id: vmId } = fleet.vm(input.hostId, input.vmId).summary;
      return push<ConsoleLinkEntry[]>(signal, (sink) => {
        const tell = () => sink(seenLinks(ctx.services, ctx, { hostId, vmId }));
        tell();
        const stops = [
          access.onChange(tell),
          ...consoleKinds.map((kind) => consolePeople.listen({ hostId, vmId, kind }, tell)),
        ];
        return () => {
          for (const stop of stops) stop();
        };
      });
    }),
  createLink: mutation(createConsoleLink),
  revokeLink: mutation(revokeConsoleLink),
});
