import { seeGrants } from "../work/grant/see-grants";
import { setGrant } from "../work/grant/set-grant";
import { mutation, query } from "./act-procedure";
import { router } from "./trpc";

export const grantRouter = router({ of: query(seeGrants), set: mutation(setGrant) });
