import { writeIso } from "../../create/cloud-init/iso/write-iso";
import type { Fleet } from "../../fleet/fleet";
import type { StepWork } from "../../job/job-kind";
import type { PlannedStep } from "../../plan.schema";
import { createVolumeForFile } from "../../storage/volume-acts";
import type { NewAnswers } from "./create-input.schema";
import { uploadImage } from "./image-upload";
import type { KeptAnswers } from "./kept-answers";
import { newVolumeStep } from "./volume-step";

/** Writes the CD of a VM's answer files, which are known only as long as this server runs. */
export function answersStep(
  { fleet, answers: kept }: { fleet: Pick<Fleet, "host">; answers: KeptAnswers },
  hostId: string,
  answers: NewAnswers,
): StepWork {
  const { pool, volume, id, label } = answers;
  const image = () => writeIso(label, kept.filesOf(id));
  const step = newVolumeStep(fleet, hostId, answers, {
    empty: true,
    create: (connection, _context, announce) =>
      createVolumeForFile(connection, pool, volume, image().length, announce),
    fill: (connection) => uploadImage(connection, answers, image()),
  });
  return {
    run: (context) => step.run(context),
    async verify(memory) {
      await step.verify(memory);
      kept.drop(id);
    },
    async undo(memory) {
      kept.drop(id);
      await step.undo(memory);
    },
  };
}

/** What is shown of {@link answersStep}. What the files say stays out of it: there are passwords in them. */
export function answersWords(
  { pool, volume }: Pick<NewAnswers, "pool" | "volume">,
  names: readonly string[],
): PlannedStep {
  return {
    title: `Write the answer file to ${pool}/${volume}`,
    effect: `An ISO image with ${names.join(", ")}.`,
    risk: "The password of the new account, or its hash, can be read in it. Delete it once the system is installed.",
    undo: `virsh vol-delete ${volume} --pool ${pool}`,
  };
}
