import * as z from "zod";
import { readSavedDefinition, saveDefinition } from "../../domain/edit-definition";
import { dropInstalling, type Installing } from "../../domain/installing";
import { act } from "../../domain/lifecycle";
import { AppError } from "../../errors";
import { defineJobKind, type JobKind, type StepWork } from "../../job/job-kind";
import type { PlannedStep } from "../../plan.schema";
import { givenNameSchema } from "../../storage/names.schema";
import { parseXml, serializeXml } from "../../xml/xml";
import { persevering } from "../persevering";
import { lookUpVolume, type VolumePlace } from "../storage/own-volume";
import { deleteVolumeStep, deleteVolumeWords, type VolumeRooms } from "../volume/delete-step";
import type { CreateRooms } from "./domain-steps";
import { findDomain, isActive } from "./own-domain";
import { untilStarted } from "./until-started";

export const endInstallationKindName = "end-installation";

const inputSchema = z.object({
  vmId: z.guid(),
  name: z.string(),
  by: z.string(),
  pool: givenNameSchema,
  kernel: givenNameSchema,
  initrd: givenNameSchema,
  /** Whether the VM is started from its disk; not where the installer was cut short. */
  start: z.boolean(),
});
export type EndInstallation = z.infer<typeof inputSchema> & Installing;

type Rooms = CreateRooms & VolumeRooms;

/**
 * What is left to be done once an installer that Passdeck started has ended. Each step is of use without the others, and
 * none can be taken back; the note that tells of them goes last, and only once its volumes are gone, so that after a crash, and where
 * libvirt refused one, they are done anew.
 */
export function endInstallationKind(rooms: Rooms): JobKind<typeof endInstallationKindName> {
  return defineJobKind(
    endInstallationKindName,
    inputSchema,
    (hostId, input) => [
      ...(input.start ? [startStep(rooms, hostId, input)] : []),
      ...doomed(input).map((volume) => deleteVolumeStep(rooms, { hostId, exceptVm: input.vmId, ...volume })),
      forgetStep(rooms, hostId, input),
    ],
    { atOnce: 1, subjectsOf: (input) => endInstallationSteps(input).map(() => [input.vmId.toLowerCase()]) },
  );
}

function isLeft({ pool, name: volume }: VolumePlace, name: string): AppError {
  return new AppError("conflict", {
    userMessage: `${volume} is in the pool ${pool} still, as its step says. The installation of ${name} is cleaned up anew when Passdeck starts the next time.`,
  });
}

/** The job's steps, for people. */
export function endInstallationSteps(input: EndInstallation): PlannedStep[] {
  const { name, start } = input;
  const started = {
    title: `Start ${name} from its disk`,
    effect: `virsh start ${name}`,
    risk: null,
    undo: null,
  };
  const forgotten = {
    title: "Forget the installation",
    effect: `Passdeck’s note of it is taken out of the definition of ${name}.`,
    risk: null,
    undo: null,
  };
  const deleted = doomed(input).map((volume) => ({ ...deleteVolumeWords(volume), undo: null }));
  return [...(start ? [started] : []), ...deleted, forgotten];
}

function doomed({ pool, kernel, initrd }: EndInstallation) {
  return [kernel, initrd].map((name) => ({ pool, name }));
}

function startStep({ fleet }: Rooms, hostId: string, { vmId, name }: EndInstallation): StepWork {
  const host = () => fleet.host(hostId);
  return persevering(host, {
    run: ({ signal }) =>
      host().runLong(`VM ${name}`, async (connection) => {
        const dom = await findDomain(connection, vmId);
        if (dom === null) return;
        // Somebody else may have been faster, or a start that was asked for before a break.
        await untilStarted(connection, dom, signal);
        if (!(await isActive(connection, dom))) await act(connection, dom, "start");
      }),
    verify: async () => undefined,
    undo: async () => undefined,
  });
}

function forgetStep({ fleet, definitions }: Rooms, hostId: string, input: EndInstallation): StepWork {
  const { vmId, name, by } = input;
  const author = { subject: `VM ${name}`, by, what: "Installed" };
  return persevering(() => fleet.host(hostId), {
    run: () =>
      definitions.change({ hostId, vmId }, author, async (connection) => {
        const dom = await findDomain(connection, vmId);
        if (dom === null) return;
        for (const place of doomed(input))
          if ((await lookUpVolume(connection, place)) !== null) throw isLeft(place, name);
        const document = parseXml(await readSavedDefinition(connection, dom));
        dropInstalling(document);
        await saveDefinition(connection, serializeXml(document));
      }),
    verify: async () => undefined,
    undo: async () => undefined,
  });
}
