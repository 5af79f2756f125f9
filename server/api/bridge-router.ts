import { makeBridge } from "../work/bridge/make-bridge";
import { keepNetwork, seeBridges } from "../work/bridge/see-bridges";
import { undoBridge } from "../work/bridge/undo-bridge";
import { mutation, query } from "./act-procedure";
import { router } from "./trpc";

export const bridgeRouter = router({
  state: query(seeBridges),
  plan: query(makeBridge.plan),
  run: mutation(makeBridge.run),
  keep: mutation(keepNetwork),
  planUndo: query(undoBridge.plan),
  undo: mutation(undoBridge.run),
});
