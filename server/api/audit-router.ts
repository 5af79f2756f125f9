import { auditState } from "../work/audit/audit-state";
import { listAudit } from "../work/audit/list-audit";
import { runAct } from "../work/run-act";
import { actProcedure, query } from "./act-procedure";
import { router } from "./trpc";

export const auditRouter = router({
  list: query(listAudit),
  state: actProcedure(auditState)
    .output(auditState.output)
    .query(({ ctx }) => runAct(auditState, ctx, undefined)),
});
