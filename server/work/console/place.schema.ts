import * as z from "zod";
import type { ConsolePlace } from "../../console/people/person";
import { vmReference } from "../references.schema";

export const consoleKinds = ["serial", "graphical"] as const;

/** One of a VM's consoles. */
export const consoleReference = vmReference.extend({ kind: z.enum(consoleKinds) });

/** Somebody at it, as the list of its viewers names them. */
export const viewerReference = consoleReference.extend({ viewerId: z.guid() });

export function placeOf({ hostId, vmId, kind }: z.output<typeof consoleReference>): ConsolePlace {
  return { hostId, vmId: vmId.toLowerCase(), kind };
}
