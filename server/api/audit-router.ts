import { auditState } from "../work/audit/audit-state";
import { listAudit } from "../work/audit/list-audit";
import { query } from "./act-procedure";
import { router } from "./trpc";

export const auditRouter = router({
  list: query(listAudit),
  state: query(auditState),
});
