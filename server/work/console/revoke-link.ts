import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { defineAct, nothing } from "../act";
import { vmReference } from "../references.schema";

/** Ends a link to a console: whoever is there by it is disconnected at once. */
export const revokeConsoleLink = defineAct({
  name: "console.revokeLink",
  title: "Revoke a link to a console",
  input: vmReference.extend({ linkId: z.guid() }),
  output: z.void(),
  objects: onVm,
  inHand: nothing,
  run({ services: { consoleLinks }, tell }, { linkId, ...vm }) {
    const { kind, label, madeBy } = consoleLinks.revoke(vm, linkId);
    tell({
      title: `Revoked a link of ${madeBy} to the ${kind} console${label === null ? "" : `, for ${label}`}`,
    });
  },
});
