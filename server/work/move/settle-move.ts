import { AppError } from "../../errors";
import type { ManagedHost } from "../../fleet/managed-host";
import { type Whereabouts, whereaboutsOn } from "../../move/whereabouts";
import { presentSoon } from "../present-soon";
import { completeArrival } from "./complete-arrival";
import type { MoveInput } from "./move-input.schema";
import { untilTold } from "./until-told";

/** The two hosts of a move, as they are managed at the moment. */
export interface Sides {
  source(): Pick<ManagedHost, "run">;
  target(): Pick<ManagedHost, "run">;
}

/** So long a target that does not answer is waited for when something is taken back, milliseconds: its daemon may be starting anew. */
const undoLimitMs = 20_000;

/** For what takes something back: a target that is gone for good keeps nobody from the VM. */
export function limitedForUndo(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(undoLimitMs)]);
}

/**
 * Ends what a crash or a lost connection has left. A VM that runs on the source has not been handed over, whatever has become of the
 * target; of one that stands still there the target is asked, since it may run there.
 * @param signal Gives the wait for the target up.
 * @returns whether the VM has arrived; where it has not, it goes on on the source, as before.
 */
export async function settleMove(sides: Sides, input: MoveInput, signal: AbortSignal): Promise<boolean> {
  const { source } = sides;
  const here = await lookAt(source(), input, "source");
  if (here.presence === "on") return false;
  const there = await decidedOn(sides.target, input, signal);
  if (there.presence !== "absent") {
    await completeArrival(source(), input, signal);
    return true;
  }
  if (here.presence === "handed-over") throw lost(input);
  const { dom } = here;
  if (here.presence === "halted" && dom !== null)
    await source().run(`VM ${input.vmName}`, (connection) => connection.call("domain_resume", { dom }));
  return false;
}

/**
 * Waits until the target has the VM for good, or nothing of it: it lets go by itself of what has never run there, once it has
 * noticed that nobody drives it any more.
 * @param unknown What is told where the wait was given up.
 */
export function decidedOn(
  target: Sides["target"],
  input: MoveInput,
  signal: AbortSignal,
  unknown = unknownWords(input),
): Promise<Whereabouts> {
  return untilTold(signal, () => decided(target, input), unknown);
}

/**
 * Waits until the target has let go of what a migration that was cut off has left there: asked for just before, it may begin with it
 * only now, and would refuse another.
 */
export async function releasedBy(
  target: Sides["target"],
  input: MoveInput,
  signal: AbortSignal,
): Promise<void> {
  const isIncoming = async () => (await lookAt(target(), input, "target")).presence === "incoming";
  await presentSoon(async () => ((await isIncoming()) ? true : null));
  await decidedOn(target, input, signal);
}

async function decided(target: Sides["target"], input: MoveInput): Promise<Whereabouts | null> {
  const found = await lookAt(target(), input, "target");
  return found.presence === "incoming" ? null : found;
}

/** What a host has of the VM now. */
export function lookAt(
  host: Pick<ManagedHost, "run">,
  { vmId, vmName }: MoveInput,
  side: "source" | "target",
): Promise<Whereabouts> {
  return host.run(`VM ${vmName}`, (connection) => whereaboutsOn(connection, vmId, side));
}

/** The guest's memory is gone: the target has lost it amid a post-copy. */
export function lost({ vmName, targetName }: MoveInput): AppError {
  return new AppError("conflict", {
    userMessage: `${vmName} went on on ${targetName} before all of its memory was there, and is not there any more: what it had in its memory is lost. It must not go on here, as its disks are newer than its memory. Force it off, and start it anew.`,
  });
}

function unknownWords({ vmName, targetName }: MoveInput): string {
  return `It is not known whether ${vmName} runs on ${targetName}, which does not answer. It stands still here, so that it never runs twice. Once you are sure that ${targetName} is off or does not have it running, resume it here.`;
}
