import type { Fleet } from "../../fleet/fleet";
import type { StepContext, StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import type { PlannedStep } from "../../plan.schema";
import { existingVolume } from "../../storage/look-up";
import { deleteVolumeIfThere, refuseTakenName } from "../../storage/volume-acts";

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
 * The work of making a volume, in two steps. Once the first is on record, a volume of that name is the job's own: a crash
 * in the second leaves one that may be deleted, and made anew.
 *
 * @param make Makes and fills the volume.
 */
export function newVolumeSteps(
  fleet: Fleet,
  volume: NewVolume,
  make: (connection: Connection, context: StepContext) => Promise<void>,
): StepWork[] {
  const { hostId, pool, name } = volume;
  const subject = `Volume ${name}`;
  const onHost = <T>(work: (connection: Connection) => Promise<T>) => fleet.host(hostId).run(subject, work);
  const remove = () => onHost((connection) => deleteVolumeIfThere(connection, pool, name));
  return [
    {
      run: () => onHost((connection) => refuseTakenName(connection, pool, name)),
      verify: async () => undefined,
      undo: async () => undefined,
    },
    {
      async run(context) {
        await remove();
        await fleet.host(hostId).runLong(subject, (connection) => make(connection, context));
      },
      verify: () => onHost(async (connection) => void (await existingVolume(connection, pool, name))),
      undo: remove,
    },
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
