import type { Fleet } from "../../fleet/fleet";
import type { StepContext, StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import type { PlannedStep } from "../../plan.schema";
import { existingVolume } from "../../storage/look-up";
import { refuseTakenName } from "../../storage/volume-acts";
import { persevering } from "../persevering";
import { removeOwnVolume } from "./own-volume";

/** A volume that a job makes. */
export interface NewVolume {
  hostId: string;
  pool: string;
  name: string;
}

/** What a job that makes a volume is about, so that no two make the same. */
export function volumeSubject({ pool, name }: Pick<NewVolume, "pool" | "name">): string {
  return `${pool}/${name}`;
}

/**
 * The work of making a volume, in two steps.
 *
 * @param make Makes the volume by `makeOwnVolume`, and fills it.
 */
export function newVolumeSteps(
  fleet: Fleet,
  volume: NewVolume,
  make: (connection: Connection, context: StepContext) => Promise<void>,
): StepWork[] {
  const { hostId, pool, name } = volume;
  const subject = `Volume ${name}`;
  const onHost = <T>(work: (connection: Connection) => Promise<T>) => fleet.host(hostId).run(subject, work);
  return [
    {
      run: () => onHost((connection) => refuseTakenName(connection, pool, name)),
      verify: async () => undefined,
      undo: async () => undefined,
    },
    persevering(() => fleet.host(hostId), {
      run: (context) => fleet.host(hostId).runLong(subject, (connection) => make(connection, context)),
      verify: () => onHost(async (connection) => void (await existingVolume(connection, pool, name))),
      undo: (memory) =>
        fleet
          .host(hostId)
          .runLong(subject, (connection) => removeOwnVolume(connection, { pool, name }, memory)),
    }),
  ];
}

/** What is shown of the first of {@link newVolumeSteps}. */
export function nameStep({ pool, name }: Pick<NewVolume, "pool" | "name">): PlannedStep {
  return {
    title: `See that the pool ${pool} has no volume ${name} yet`,
    effect: "It is looked up; nothing is changed.",
    risk: null,
    undo: null,
  };
}
