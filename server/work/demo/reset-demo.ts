import * as z from "zod";
import { onBoot } from "../../access/objects-of";
import { AppError } from "../../errors";
import { defineAct } from "../act";
import { hostReference } from "../references.schema";

/** Makes the demonstration's host as it was at first, and forgets what was changed of it. A real host has no such act. */
export const resetDemo = defineAct({
  name: "host.resetDemo",
  title: "Reset the demo",
  input: hostReference,
  output: z.void(),
  objects: onBoot,
  async run({ services: { fleet, jobs, preparations, bindings } }, { hostId }) {
    const { demo } = fleet.host(hostId).machine;
    if (demo === null)
      throw new AppError("conflict", {
        userMessage: "This host is real: it can’t be reset as the demo’s is.",
      });
    const running = jobs.running().find((job) => job.hostId === hostId);
    if (running !== undefined)
      throw new AppError("conflict", {
        userMessage: `“${running.title}” is still running. Wait until it ends, or cancel it.`,
      });
    await demo.reset();
    jobs.forget(hostId);
    preparations.forget(hostId);
    const originals = bindings.originalsOf(hostId);
    for (const { address } of originals.all()) originals.forget(address);
  },
});
