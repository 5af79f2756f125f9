import { seeOwnQuotas } from "../work/quota/see-own-quotas";
import { seeQuota } from "../work/quota/see-quota";
import { setQuota } from "../work/quota/set-quota";
import { mutation, query } from "./act-procedure";
import { router } from "./trpc";

export const quotaRouter = router({
  of: query(seeQuota),
  mine: query(seeOwnQuotas),
  set: mutation(setQuota),
});
