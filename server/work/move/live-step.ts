import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { StepContext, StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { domainState, domainXmlFlags, migrateFlags } from "../../libvirt/protocol/constants.gen";
import { type Migration, migrate, Unsettled } from "../../move/migrate";
import { movedDefinition } from "../../move/moved-definition";
import { whereaboutsOn } from "../../move/whereabouts";
import { persevering } from "../persevering";
import { completeArrival } from "./complete-arrival";
import { staysThere } from "./has-arrived";
import type { MoveInput } from "./move-input.schema";
import type { Moves } from "./moves";
import { decidedOn, limitedForUndo, lookAt, lost, releasedBy, type Sides, settleMove } from "./settle-move";
import { untilIdle } from "./until-idle";
import { type WatchedMigration, watchedMigration } from "./watched-migration";

export interface LiveRooms {
  fleet: Pick<Fleet, "host">;
  moves: Pick<Moves, "tell">;
}

/** The two hosts, for work that takes long. */
interface Hosts extends Sides {
  source(): ReturnType<Fleet["host"]>;
  target(): ReturnType<Fleet["host"]>;
}

/** What the step notes before it asks for anything. */
const beganNote = "began";

/**
 * Moves a running VM. Wherever it is cut off, exactly one of both hosts has it running in the end: what is not known is
 * asked of the target first, and nothing is started on the source before the target has said that it does not run there.
 */
export function liveStep({ fleet, moves }: LiveRooms, hostId: string, input: MoveInput): StepWork {
  const source = () => fleet.host(hostId);
  const target = () => fleet.host(input.targetHostId);
  const sides = { source, target };
  return persevering(source, {
    run: async (context) => {
      if (context.note !== null) {
        await source().runLong(`VM ${input.vmName}`, (connection) =>
          untilIdle(connection, input, context.signal),
        );
        if (await settleMove(sides, input, context.signal)) return;
        await releasedBy(target, input, context.signal);
      }
      context.remember(beganNote);
      await moveNow(sides, input, context, (progress) => moves.tell({ hostId, vmId: input.vmId }, progress));
    },
    verify: async () => {
      const { presence } = await lookAt(target(), input, "target");
      if (presence === "absent" || presence === "incoming") throw notThere(input);
    },
    undo: async ({ note, signal }) => {
      if (note === null) return;
      await source().runLong(`VM ${input.vmName}`, (connection) => untilIdle(connection, input, signal));
      if (!(await settleMove(sides, input, limitedForUndo(signal)))) return;
      throw staysThere(input);
    },
  });
}

async function moveNow(
  { source, target }: Hosts,
  input: MoveInput,
  context: StepContext,
  tell: WatchedMigration["tell"],
): Promise<void> {
  await target().runLong(`VM ${input.vmName}`, (there) =>
    source().runLong(`VM ${input.vmName}`, async (here) => {
      const migration = await migrationOf(here, input);
      const watched: WatchedMigration = {
        host: source(),
        target: { connection: there, name: input.targetName },
        dom: migration.dom,
        name: input.vmName,
        tell,
      };
      await watchedMigration(watched, context, () =>
        settled({ source, target }, { here, there }, migration, input, context),
      );
    }),
  );
  await completeArrival(source(), input, context.signal);
}

/** As `migrate`; where the target's last answer is missing it is asked again before the source's side is ended. */
async function settled(
  sides: Sides,
  { here, there }: { here: Connection; there: Connection },
  migration: Migration,
  input: MoveInput,
  { signal }: Pick<StepContext, "signal">,
): Promise<void> {
  try {
    await migrate({ source: here, target: there }, migration);
  } catch (error) {
    if (!(error instanceof Unsettled)) throw error;
    const { presence } = await decidedOn(sides.target, input, signal);
    if (presence === "absent" && (await lookAt(sides.source(), input, "source")).presence === "handed-over")
      throw lost(input);
    await error.settle(presence === "absent" ? "stays" : "arrived");
    if (presence === "absent") throw stays(input);
  }
}

async function migrationOf(connection: Connection, input: MoveInput): Promise<Migration> {
  const { dom } = await whereaboutsOn(connection, input.vmId, "source");
  if (dom === null)
    throw new AppError("conflict", { userMessage: `${input.vmName} was deleted in the meantime.` });
  const { state } = await connection.call("domain_get_state", { dom, flags: 0 });
  const xmlOf = async (flags: number) =>
    movedDefinition(
      (await connection.call("domain_get_xml_desc", { dom, flags: flags | domainXmlFlags.SECURE })).xml,
      input.disks.map(({ target, to }) => ({ target, path: to.path })),
    );
  return {
    dom,
    name: input.vmName,
    flags: flagsOf(input, state === domainState.PAUSED),
    definition: {
      live: await xmlOf(domainXmlFlags.MIGRATABLE),
      kept: input.persistent ? await xmlOf(domainXmlFlags.INACTIVE | domainXmlFlags.MIGRATABLE) : null,
    },
    copiedDisks: input.disks.map(({ target }) => target),
    bandwidthMiB: input.options.bandwidthMiB,
  };
}

function flagsOf({ persistent, disks, sharedSeen, options }: MoveInput, paused: boolean): number {
  const {
    LIVE,
    PERSIST_DEST,
    UNDEFINE_SOURCE,
    PAUSED,
    NON_SHARED_DISK,
    AUTO_CONVERGE,
    POSTCOPY,
    TLS,
    UNSAFE,
  } = migrateFlags;
  return [
    LIVE,
    persistent ? PERSIST_DEST | UNDEFINE_SOURCE : 0,
    // libvirt's own client sees to it; what asks for the calls themselves has to.
    paused ? PAUSED : 0,
    disks.length > 0 ? NON_SHARED_DISK : 0,
    options.autoConverge ? AUTO_CONVERGE : 0,
    options.postCopy ? POSTCOPY : 0,
    options.tls ? TLS : 0,
    // libvirt goes by the kind of the file system alone; that both hosts have the same files was tried.
    sharedSeen ? UNSAFE : 0,
  ].reduce((all, flag) => all | flag, 0);
}

function stays({ vmName, targetName }: MoveInput): AppError {
  return new AppError("conflict", {
    userMessage: `${vmName} goes on here: ${targetName} did not take it over.`,
  });
}

function notThere({ vmName, targetName }: MoveInput): AppError {
  return new AppError("conflict", { userMessage: `${vmName} is not on ${targetName} any more.` });
}
