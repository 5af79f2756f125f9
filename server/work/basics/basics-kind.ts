import * as z from "zod";
import { defineJobKind, type JobKind, type StepWork } from "../../job/job-kind";
import type { PlannedStep } from "../../plan.schema";
import { givenNameSchema } from "../../storage/names.schema";
import * as makeNetwork from "../network/create-steps";
import { startNetworkStep, startNetworkWords } from "../network/start-step";
import * as makePool from "../pool/create-steps";
import type { PoolRooms } from "../pool/pool-work";
import { startPoolStep, startPoolWords } from "../pool/start-step";

export const basicsKindName = "make-basics";

/** What is made or started; null where there is one already. */
const basicsInputSchema = z.object({
  pool: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("start"), name: givenNameSchema }),
      makePool.createInputSchema.extend({ kind: z.literal("create"), name: givenNameSchema }),
    ])
    .nullable(),
  network: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("start"), uuid: z.guid(), name: z.string() }),
      makeNetwork.createInputSchema.extend({ kind: z.literal("create") }),
    ])
    .nullable(),
});
export type BasicsInput = z.infer<typeof basicsInputSchema>;

/** The job that gives a host a pool and a network. */
export function basicsKind(rooms: PoolRooms): JobKind<typeof basicsKindName> {
  return defineJobKind(basicsKindName, basicsInputSchema, (hostId, { pool, network }) => [
    ...poolSteps(rooms, hostId, pool),
    ...networkSteps(rooms, hostId, network),
  ]);
}

function poolSteps(rooms: PoolRooms, hostId: string, pool: BasicsInput["pool"]): StepWork[] {
  if (pool === null) return [];
  if (pool.kind === "create") return makePool.createSteps(rooms, hostId, pool);
  return [startPoolStep(rooms, hostId, { pool: pool.name, autostart: true })];
}

function networkSteps({ fleet }: PoolRooms, hostId: string, network: BasicsInput["network"]): StepWork[] {
  if (network === null) return [];
  if (network.kind === "create") return makeNetwork.createSteps({ fleet }, hostId, network);
  return [startNetworkStep({ fleet }, { hostId, ...network }, { autostart: true })];
}

/** What is shown of its steps. @param networkXml of a network that is made, as people are to see it. */
export function basicsWords({ pool, network }: BasicsInput, networkXml: string): PlannedStep[] {
  const ofPool =
    pool === null
      ? []
      : pool.kind === "create"
        ? makePool.createWords(pool.request)
        : [startPoolWords({ pool: pool.name, autostart: true })];
  const ofNetwork =
    network === null
      ? []
      : network.kind === "create"
        ? makeNetwork.createWords({ ...network, xml: networkXml })
        : [startNetworkWords(network.name, { autostart: true })];
  return [...ofPool, ...ofNetwork];
}
