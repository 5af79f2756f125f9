import * as z from "zod";
import { AppError } from "../../errors";
import type { StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import type { PlannedStep } from "../../plan.schema";
import { findPoolByUuid } from "../../storage/look-up";
import {
  buildPool,
  definePool,
  deletePool,
  isPoolActive,
  setPoolAutostart,
  startPool,
  stopPool,
} from "../../storage/pool-acts";
import { type CreatePoolRequest, createPoolSchema } from "../../storage/pool-request.schema";
import { poolXml } from "../../storage/pool-xml";
import { persevering } from "../persevering";
import { presentSoon } from "../present-soon";
import type { PoolRooms } from "./pool-work";

/** What the job that makes a pool is made of. By the UUID its pool is known among all others. */
export const createInputSchema = z.object({ uuid: z.guid(), request: createPoolSchema });
export type CreateInput = z.infer<typeof createInputSchema>;

/** In the order of `createWords`. What is in a pool's place stays, whatever becomes of the pool. */
export function createSteps(rooms: PoolRooms, hostId: string, { uuid, request }: CreateInput): StepWork[] {
  const { name } = request;
  const onHost = <T>(work: (connection: Connection) => Promise<T>) =>
    rooms.storage.change(hostId, `Pool ${name}`, work);
  const isThere = async (connection: Connection) => (await findPoolByUuid(connection, uuid)) !== null;
  const withOwn = (work: (connection: Connection) => Promise<unknown>) =>
    onHost(async (connection) => {
      if (!(await isThere(connection))) throw refusal(`The pool ${name} was deleted in the meantime.`);
      await work(connection);
    });
  // Asked for just before a crash, it may be there only now.
  const isThereSoon = (connection: Connection) => presentSoon(() => findPoolByUuid(connection, uuid));
  const steps: StepWork[] = [
    {
      run: ({ note, remember }) =>
        onHost(async (connection) => {
          if (note !== null && (await isThereSoon(connection)) !== null) return;
          remember("began");
          await definePool(connection, request, uuid);
        }),
      verify: () => withOwn(async () => undefined),
      undo: ({ note }) =>
        onHost(async (connection) => {
          if (note !== null && (await isThereSoon(connection)) !== null) await deletePool(connection, name);
        }),
    },
    {
      run: () => withOwn((connection) => buildPool(connection, request)),
      verify: async () => undefined,
      undo: async () => undefined,
    },
    {
      run: () =>
        withOwn(async (connection) => {
          if (!(await isPoolActive(connection, name))) await startPool(connection, name);
          if (request.autostart) await setPoolAutostart(connection, name, true);
        }),
      verify: () =>
        withOwn(async (connection) => {
          if (!(await isPoolActive(connection, name)))
            throw refusal(`The pool ${name} was stopped in the meantime.`);
        }),
      undo: () =>
        onHost(async (connection) => {
          // A start that was sent just before a crash has to end before the pool is forgotten.
          const isOn = async () =>
            (await isThere(connection)) && (await isPoolActive(connection, name)) ? true : null;
          if ((await presentSoon(isOn)) !== null) await stopPool(connection, name);
        }),
    },
  ];
  return steps.map((work) => persevering(() => rooms.fleet.host(hostId), work));
}

/** What is shown of {@link createSteps}. */
export function createWords(request: CreatePoolRequest): PlannedStep[] {
  const { name } = request;
  return [
    {
      title: `Define the pool ${name}`,
      effect: `virsh pool-define POOL.xml, with\n${poolXml(request, "…")}`,
      risk: null,
      undo: `virsh pool-undefine ${name}`,
    },
    {
      title: "Make its folder",
      effect: `virsh pool-build ${name}, where its kind has a folder. Nothing is formatted.`,
      risk: null,
      undo: "A folder that was made stays.",
    },
    {
      title: `Start ${name}${request.autostart ? ", now and with the host" : ""}`,
      effect: `virsh pool-start ${name}${request.autostart ? `; virsh pool-autostart ${name}` : ""}`,
      risk: null,
      undo: `virsh pool-destroy ${name}. What is in it stays.`,
    },
  ];
}

function refusal(userMessage: string): AppError {
  return new AppError("conflict", { userMessage });
}
