import * as z from "zod";
import { onVm } from "../access/objects-of";
import { type ViewerEntry, viewerEntrySchema } from "../console/people/viewer-entry.schema";
import { disconnectViewer } from "../work/console/disconnect-viewer";
import { giveKeyboard, takeKeyboard } from "../work/console/keyboard";
import { openConsole } from "../work/console/open";
import { consoleReference, placeOf } from "../work/console/place.schema";
import { seenViewers } from "../work/console/seen-viewers";
import { mutation } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { procedure, router } from "./trpc";

export const consoleRouter = router({
  open: mutation(openConsole),
  /** Who is at a console, whenever somebody comes, goes or types, or the keyboard is taken. */
  viewers: procedure(consoleReference, onVm)
    .output(stream(z.array(viewerEntrySchema)))
    .subscription(({ ctx, input, signal }) => {
      const { fleet, consolePeople } = ctx.services;
      const place = placeOf({ ...input, vmId: fleet.vm(input.hostId, input.vmId).summary.id });
      return push<ViewerEntry[]>(signal, (sink) => {
        const tell = () => sink(seenViewers(consolePeople, ctx, place));
        tell();
        return consolePeople.listen(place, tell);
      });
    }),
  disconnect: mutation(disconnectViewer),
  takeKeyboard: mutation(takeKeyboard),
  giveKeyboard: mutation(giveKeyboard),
});
