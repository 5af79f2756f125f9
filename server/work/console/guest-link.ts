import * as z from "zod";
import { linkToken } from "../../access/credentials.schema";
import { onInstallation } from "../../access/objects-of";
import { AppError } from "../../errors";
import { defineAct } from "../act";
import type { Services } from "../services";

/** What a console's link opens, for who shows it. Nobody who shows another learns whether there is such a VM. */
export const seeGuestLink = defineAct({
  name: "guest.link",
  title: "Open a console by a link",
  input: z.object({ token: linkToken }),
  output: z.object({
    vmName: z.string(),
    kind: z.enum(["serial", "graphical"]),
    readOnly: z.boolean(),
    /** Unix milliseconds. */
    expiresAt: z.number(),
  }),
  // Wrong ones are in the audit by themselves, and who comes in is once they are at the console.
  changes: false,
  objects: onInstallation,
  async run({ services, remoteAddress }, { token }) {
    const link = await services.consoleGuests.linkOf(token, remoteAddress);
    const { kind, readOnly, expiresAt } = link;
    return { vmName: nameOf(services, link), kind, readOnly, expiresAt };
  },
});

/** A ticket to open a link's console once, over /ws/guest-console or /ws/guest-graphical. */
export const openGuestConsole = defineAct({
  name: "guest.openConsole",
  title: "Connect to a console by a link",
  input: z.object({ token: linkToken, readOnly: z.boolean() }),
  output: z.object({ ticket: z.string(), expiresInSeconds: z.number() }),
  changes: false,
  objects: onInstallation,
  async run({ services, remoteAddress }, { token, readOnly }) {
    const link = await services.consoleGuests.linkOf(token, remoteAddress);
    nameOf(services, link);
    return services.consoleGuests.ticketOf(link, readOnly, remoteAddress);
  },
});

/** @throws AppError "conflict" where the VM is not there, which it may be again: its host may have been lost. */
function nameOf({ fleet }: Services, { hostId, vmId }: { hostId: string; vmId: string }): string {
  const vm = fleet.findVm(hostId, vmId);
  if (vm !== null) return vm.summary.name;
  throw new AppError("conflict", {
    userMessage:
      "The VM of this link is not there at present. Try again later, or ask whoever gave it to you.",
  });
}
