import * as z from "zod";
import { authorise } from "../../access/can";
import { onHost, onVm, onVolume } from "../../access/objects-of";
import { AppError } from "../../errors";
import { moveFindingSchema } from "../../move/move-finding.schema";
import { planSchema } from "../../plan.schema";
import { givenNameSchema } from "../../storage/names.schema";
import { fingerprintOf } from "../../xml/fingerprint";
import { agreement, definePlannedActWith, type Planned, startedSchema } from "../planned-act";
import { hostId, pciAddress, vmReference } from "../references.schema";
import { exchangedFunctions } from "./cold/read-cards";
import { type MoveInput, moveOptionsSchema } from "./move-input.schema";
import { planMove } from "./plan-move";
import { type ReadMove, readMove } from "./read-move";

const input = vmReference.extend({
  targetHostId: hostId,
  /** Pools of the target for disks that are copied; else one of the same path or name. */
  pools: z
    .array(z.object({ target: z.string().max(64), pool: givenNameSchema }))
    .max(256)
    .default([]),
  /** Of a VM that is off: cards of the target for those that it is handed; else the best of the equal ones. */
  cards: z
    .array(z.object({ from: pciAddress, to: pciAddress }))
    .max(64)
    .default([]),
  options: moveOptionsSchema.prefault({}),
});

/** What becomes of a disk, for pages. */
const placedDiskSchema = z.object({
  target: z.string(),
  source: z.string(),
  fate: z.enum(["shared", "medium-there", "copied", "stuck"]),
  /** The pool that its copy goes to. */
  pool: z.string().nullable(),
});

/** A card that the VM is handed, and what it can get for it. */
const movedCardSchema = z.object({
  address: pciAddress,
  label: z.string(),
  /** Equal ones of the target that are free, the best first. */
  equals: z.array(z.object({ address: pciAddress, label: z.string() })),
  /** The one that it gets. */
  to: pciAddress.nullable(),
});

interface PlannedMove extends Planned {
  move: ReadMove;
}

/** Moves a VM to another host. */
export const moveVm = definePlannedActWith(
  {
    names: { plan: "move.plan", run: "move.run" },
    title: "Migrate a VM to another host",
    input,
    agreed: input.extend(agreement),
    objects: onVm,
    async plan(context, { pools, cards, options, ...question }): Promise<PlannedMove> {
      const { hostId: from, vmId, targetHostId } = question;
      if (from === targetHostId) throw sameHost();
      authorise(context, "move.run", onHost({ hostId: targetHostId }));
      const chosen = new Map(pools.map(({ target, pool }) => [target, pool]));
      const chosenCards = new Map(cards.map(({ from: card, to }) => [card, to]));
      const move = await readMove(context, { ...question, pools: chosen, cards: chosenCards });
      const jobInput: MoveInput = { ...inputOf(move), by: context.by, targetHostId, options };
      const plan = planMove({ input: jobInput, findings: move.findings, saved: move.saved });
      const volumes = jobInput.disks.map(({ from: { pool, volume } }) =>
        onVolume({ hostId: from, pool, volume }),
      );
      return { plan, jobInput, inHand: [onVm({ hostId: from, vmId }), ...volumes], move };
    },
  },
  {
    planOutput: z.object({
      plan: planSchema,
      live: z.boolean(),
      disks: z.array(placedDiskSchema),
      cards: z.array(movedCardSchema),
      findings: z.array(moveFindingSchema),
    }),
    shown: ({ plan, move }) => ({
      plan,
      live: move.live,
      findings: move.findings,
      cards: (move.cold?.cards ?? []).map(({ address, label, equals }, place) => ({
        address,
        label,
        equals: equals.map((card) => ({ address: card.address, label: card.label })),
        to: move.cold?.assigned[place]?.address ?? null,
      })),
      disks: move.disks.map((disk) => ({
        target: disk.target,
        source: disk.source,
        fate: disk.fate,
        pool: disk.fate === "copied" ? disk.copy.to.pool : null,
      })),
    }),
    runOutput: startedSchema,
    started: (_planned, jobId) => ({ jobId }),
  },
);

function inputOf({
  vm: { summary },
  cold,
  saved,
  autostart,
  targetName,
  disks,
}: ReadMove): Omit<MoveInput, "by" | "targetHostId" | "options"> {
  return {
    vmId: summary.id,
    vmName: summary.name,
    targetName,
    cold: cold && {
      definition: fingerprintOf(saved),
      files: cold.files,
      tpmFolder: cold.tpmFolder,
      functions: exchangedFunctions(cold.assigned),
    },
    persistent: summary.persistent,
    autostart,
    disks: disks.flatMap((disk) => (disk.fate === "copied" ? [disk.copy] : [])),
    sharedSeen: disks.some((disk) => disk.fate === "shared" && disk.tried),
  };
}

function sameHost(): AppError {
  return new AppError("bad-input", { userMessage: "The VM is on this host already. Choose another one." });
}
