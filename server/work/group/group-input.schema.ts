import * as z from "zod";
import { groupName } from "../../access/share.schema";

/** What a group is to be like. */
export const groupParts = z.object({ name: groupName, userIds: z.array(z.guid()).max(1000) });

/** Which group an act is done to. */
export const ofGroup = z.object({ groupId: z.guid() });
