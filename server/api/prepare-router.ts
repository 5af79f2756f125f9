import { seeHugePages } from "../work/huge-pages/see-huge-pages";
import { setHugePages } from "../work/huge-pages/set-huge-pages";
import { changeHost } from "../work/prepare/change-host";
import { keepTrial } from "../work/prepare/keep-trial";
import { planReboot, rebootHost } from "../work/prepare/reboot";
import { returnCards } from "../work/prepare/return-cards";
import { seeReservations } from "../work/prepare/see-reservations";
import { seeState } from "../work/prepare/see-state";
import { undoChange } from "../work/prepare/undo-change";
import { mutation, query } from "./act-procedure";
import { router } from "./trpc";

export const prepareRouter = router({
  state: query(seeState),
  reservations: query(seeReservations),
  /** It is posted, since a change may be longer than an address. */
  plan: mutation(changeHost.plan),
  run: mutation(changeHost.run),
  planUndo: query(undoChange.plan),
  undo: mutation(undoChange.run),
  planKeep: query(keepTrial.plan),
  keep: mutation(keepTrial.run),
  planReturn: query(returnCards.plan),
  return: mutation(returnCards.run),
  hugePages: query(seeHugePages),
  planHugePages: query(setHugePages.plan),
  setHugePages: mutation(setHugePages.run),
  planReboot: query(planReboot),
  reboot: mutation(rebootHost),
});
