import type { IsoFile } from "../../create/cloud-init/iso/write-iso";
import { missingTo, writeCpio } from "../../create/medium/cpio";
import { type FileExtent, findIsoFile } from "../../create/medium/iso-files";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import type { PlannedStep } from "../../plan.schema";
import { openRange, readRange } from "../../storage/read-range";
import { VolumeWriter } from "../../storage/upload/volume-writer";
import { createVolumeForFile } from "../../storage/volume-acts";
import type { Installation } from "./create-input.schema";
import type { KeptAnswers } from "./kept-answers";
import { newVolumeStep } from "./volume-step";

type Rooms = { fleet: Pick<Fleet, "host">; answers: KeptAnswers };

/** Takes an installer's kernel and its initial RAM disk out of its medium, and puts the answers into the latter. */
export function installerSteps(rooms: Rooms, hostId: string, installation: Installation): StepWork[] {
  const { kernel, initrd, injected } = installation;
  const step = takenFileStep(rooms.fleet, hostId, installation, initrd, () =>
    injected === null ? [] : rooms.answers.filesOf(injected),
  );
  const drop = () => injected !== null && rooms.answers.drop(injected);
  return [
    takenFileStep(rooms.fleet, hostId, installation, kernel, () => []),
    {
      run: (context) => step.run(context),
      async verify(memory) {
        await step.verify(memory);
        drop();
      },
      async undo(memory) {
        drop();
        await step.undo(memory);
      },
    },
  ];
}

/** What is shown of {@link installerSteps}. */
export function installerWords(
  { medium, pool, kernel, initrd }: Pick<Installation, "medium" | "pool" | "kernel" | "initrd">,
  injected: readonly string[],
): PlannedStep[] {
  const added = injected.length === 0 ? "" : `, with ${injected.join(", ")} in it`;
  const step = ({ path, volume }: Installation["kernel"], what: string, more: string): PlannedStep => ({
    title: `Copy the installer’s ${what} to ${pool}/${volume}`,
    effect: `/${path} of ${medium.pool}/${medium.volume}${more}. It is deleted once the system is installed.`,
    risk: null,
    undo: `virsh vol-delete ${volume} --pool ${pool}`,
  });
  return [step(kernel, "kernel", ""), step(initrd, "initial RAM disk", added)];
}

function takenFileStep(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  { medium, pool }: Installation,
  { path, volume }: Installation["kernel"],
  injected: () => readonly IsoFile[],
): StepWork {
  const place = { pool, volume };
  return newVolumeStep(fleet, hostId, place, {
    empty: true,
    async create(connection, _context, announce) {
      const { bytes } = await findOnMedium(connection, medium, path);
      const size = bytes + endOf(bytes, injected()).length;
      return createVolumeForFile(connection, pool, volume, size, announce);
    },
    async fill(connection) {
      const file = await findOnMedium(connection, medium, path);
      const end = endOf(file.bytes, injected());
      const writer = await VolumeWriter.open(connection, {
        ...place,
        offset: 0,
        length: file.bytes + end.length,
      });
      await fleet.host(hostId).runLong(`Volume ${medium.pool}/${medium.volume}`, async (other) => {
        const range = { ...medium, offset: file.offset, length: file.bytes };
        for await (const piece of await openRange(other, range)) await writer.write(piece);
      });
      if (end.length > 0) await writer.write(end);
      await writer.finish();
    },
  });
}

/** What comes behind a file: the archive with what is injected, at its boundary. */
function endOf(bytes: number, injected: readonly IsoFile[]): Buffer {
  if (injected.length === 0) return Buffer.alloc(0);
  return Buffer.concat([Buffer.alloc(missingTo(bytes)), writeCpio(injected)]);
}

/**
 * Where a file of an installation medium lies.
 * @throws AppError "conflict" where it is not on it.
 */
export async function findOnMedium(
  connection: Connection,
  { pool, volume }: Installation["medium"],
  path: string,
): Promise<FileExtent> {
  const read = (offset: number, length: number) => readRange(connection, { pool, volume, offset, length });
  const found = await findIsoFile(read, path);
  if (found !== null) return found;
  throw new AppError("conflict", {
    userMessage: `${pool}/${volume} has no /${path}: it is not the CD of an installer that takes these answers. Choose another ISO or another installer.`,
  });
}
