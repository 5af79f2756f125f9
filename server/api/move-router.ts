import { onVm } from "../access/objects-of";
import { type MigrationProgress, migrationProgressSchema } from "../move/migration.schema";
import { moveVm } from "../work/move/move-vm";
import { steerMove } from "../work/move/steer-move";
import { vmReference } from "../work/references.schema";
import { mutation } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { procedure, router } from "./trpc";

export const moveRouter = router({
  /** It is posted: a VM may have more disks than an address has room for. */
  plan: mutation(moveVm.plan),
  run: mutation(moveVm.run),
  /** How far a VM is on its way to another host; null while it is not on its way. */
  watch: procedure(vmReference, onVm)
    .output(stream(migrationProgressSchema.nullable()))
    .subscription(({ ctx, input, signal }) =>
      push<MigrationProgress | null>(signal, (sink) => ctx.services.moves.watch(input, sink)),
    ),
  steer: mutation(steerMove),
});
