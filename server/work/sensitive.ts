import * as z from "zod";
import { grantFor } from "../access/can";
import type { Act } from "../access/rights";
import type { ActContext } from "./act-context";

/** Whether an act with this input needs its user to show again that it is them. */
type Condition = (context: ActContext, input: unknown) => boolean | Promise<boolean>;

const always: Condition = () => true;

/** Where only some inputs are dangerous: `schema` reads what it depends on. */
function where<Schema extends z.ZodType>(
  schema: Schema,
  isDangerous: (context: ActContext, input: z.output<Schema>) => boolean | Promise<boolean>,
): Condition {
  return (context, input) => isDangerous(context, schema.parse(input));
}

const cards = z.object({ hostId: z.string(), addresses: z.array(z.string()) });

/** Of cards: taking the one that the host's screen hangs on. */
const takesDisplay = where(cards, async ({ readReport }, { hostId, addresses }) => {
  const { devices } = await readReport(hostId);
  return devices.some(
    ({ address, verdict }) =>
      addresses.includes(address) &&
      verdict.reasons.some(({ code }) => code === "boot-display" || code === "only-display"),
  );
});

const isReserving = z.object({ act: z.string() });

/**
 * The one table of dangerous acts: what destroys disks, changes how a host starts or is reached, who may do what, or who is
 * told. They ask again for a password, a passkey or a code, once in ten minutes. `bridge.keep` is not among them: it has to come within
 * a minute of `bridge.run`, which asked, or the host goes back; nor is `prepare.setHugePages`, which a restart undoes. Programs
 * with an API key have nobody to ask; their keys are narrowed instead. What else is left out, and why: ADR 32.
 */
export const sensitive: Partial<Record<Act, Condition>> = {
  "vm.delete": where(
    z.object({ deleteDisks: z.array(z.string()) }),
    (_context, { deleteDisks }) => deleteDisks.length > 0,
  ),
  "storage.deleteVolume": always,
  "storage.deletePool": always,
  "prepare.run": always,
  "prepare.undo": always,
  "prepare.keep": always,
  "prepare.return": always,
  "prepare.reboot": always,
  "bridge.run": always,
  "bridge.undo": always,
  "passthrough.runBinding": async (context, input) =>
    isReserving.parse(input).act === "reserve" && takesDisplay(context, input),
  "passthrough.runAttach": takesDisplay,
  "hardware.runDesktop": takesDisplay,
  "people.invite": always,
  "people.setRole": always,
  "people.disable": always,
  "people.enable": always,
  "people.reset": always,
  "people.revokeLink": always,
  "people.delete": always,
  "people.endSession": always,
  "people.endSessions": always,
  "group.create": always,
  "group.change": always,
  "group.delete": always,
  "share.set": always,
  "share.remove": always,
  "share.setDevice": always,
  "share.removeDevice": always,
  "quota.set": always,
  "grant.set": always,
  "console.setWatching": where(
    z.object({ viewersMayWatch: z.boolean() }),
    (_context, { viewersMayWatch }) => viewersMayWatch,
  ),
  // Whoever has a link that types is as good as one with whom the VM is shared.
  "console.createLink": where(z.object({ readOnly: z.boolean() }), (_context, { readOnly }) => !readOnly),
  // To make somebody its owner is to share it; by a grant it is one's own, or one's group's, anyway.
  "create.run": where(
    z.object({ hostId: z.string(), owner: z.unknown() }),
    (context, { hostId, owner }) => owner !== null && grantFor(context, hostId) === null,
  ),
  // A host that is reached another way may be somebody else's.
  "hosts.add": always,
  "hosts.change": always,
  "hosts.remove": always,
  "account.createKey": always,
  // They can have what happens here told elsewhere, or to nobody.
  "notify.saveChannel": always,
  "notify.deleteChannel": always,
  "notify.setPolicy": always,
};

/** Whether an act is dangerous with any input. */
export function isSensitive(act: Act): boolean {
  return Object.hasOwn(sensitive, act);
}

/** @throws AppError "reauthenticate" where an act is dangerous and its user has not shown lately that it is them. */
export async function askForSensitive(act: Act, context: ActContext, input: unknown): Promise<void> {
  const { sessionId, services } = context;
  const condition = sensitive[act];
  if (condition === undefined || sessionId === null || services.access.isConfirmed(sessionId)) return;
  if (await condition(context, input)) throw services.access.toBeConfirmed();
}
