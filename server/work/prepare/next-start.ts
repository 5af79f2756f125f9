import type { BootChange } from "../../database/boot-change.schema";
import type { WishedChange } from "../../prepare/change.schema";
import { lostAtStart } from "../../prepare/lost/lost-at-start";
import { parametersAsked, stillWanted } from "../../prepare/lost/still-wanted";
import type { PrepareHost } from "../../prepare/prepare-host";
import { wishSchema } from "./prepared-change.schema";
import type { MadeChange } from "./state.schema";

interface Standing {
  id: string;
  asked: WishedChange;
}

/** Names of parameters that Passdeck put where the host's line is kept, and nobody took back. */
export function ownParameters(made: readonly BootChange[]): string[] {
  return standingOf(made).flatMap(({ asked }) => parametersAsked(asked));
}

/**
 * What the host would lose at its next start of each change that stands, by the change's id; those that it would keep whole are left
 * out.
 * @param made All of them, the latest first.
 */
export function lostOf(
  host: PrepareHost,
  made: readonly BootChange[],
): ReadonlyMap<string, MadeChange["nextStart"]> {
  const standing = standingOf(made);
  return new Map(
    standing.flatMap(({ id, asked }, index) => {
      const later = standing.slice(0, index).map((change) => change.asked);
      const wanted = stillWanted(asked, later);
      const lost = lostAtStart(host, wanted);
      return lost === null ? [] : [[id, { ...lost, files: [...lost.files], change: wanted }] as const];
    }),
  );
}

/** A trial is to be gone at the next start, and one whose job is not over is not there yet. */
function standingOf(made: readonly BootChange[]): Standing[] {
  return made.flatMap(({ id, state, undoneBy, wish }) => {
    const { asked, trial } = wishSchema.parse(wish);
    const stands = state !== "applying" && undoneBy === null && trial === null;
    return stands && asked !== null ? [{ id, asked }] : [];
  });
}
