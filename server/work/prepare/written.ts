import type { PreparePlan } from "../../prepare/plan";
import type { Wish } from "./prepared-change.schema";

/** What `server/prepare`, which only reads, makes of a change. */
export interface Written extends PreparePlan {
  trial: Wish["trial"];
}
