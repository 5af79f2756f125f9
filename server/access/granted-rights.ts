import type { HeldGrants } from "./grant.schema";
import { isGranted } from "./is-granted";
import type { KeyScope } from "./keys/api-key.schema";
import { shareByKey } from "./keys/key-scope";
import type { ObjectKind, ObjectReference } from "./object.schema";
import type { ActOn } from "./rights";
import { type SharedLevel, sharedLevels } from "./shared-rights";

/**
 * What a grant to make VMs on a host allows there, by kind of object; of a volume, where it is in a pool of media. What a
 * VM may be made of by it says `granted-creation.ts`. For API keys, as what of a share they would need for it.
 */
export const grantedRights = {
  host: {
    "host.see": "viewer",
    "statistics.watch": "viewer",
    "create.choices": "operator",
    "create.answerFiles": "operator",
    "create.plan": "operator",
    "create.run": "owner",
  },
  volume: { "create.medium": "operator", "hardware.planMedium": "operator", "hardware.runMedium": "owner" },
} as const satisfies { [Kind in ObjectKind]?: Partial<Record<ActOn<Kind>, SharedLevel>> };

/** Whether `grants` allow `act` on `object`. */
export function grantAllows(
  grants: HeldGrants,
  act: string,
  object: ObjectReference,
  key: KeyScope | undefined,
): boolean {
  return grantAllowsAct(object.kind, act, key) && isGranted(grants, object);
}

/** Whether a grant allows `act` on objects of a kind that it is about. */
export function grantAllowsAct(kind: ObjectKind, act: string, key: KeyScope | undefined): boolean {
  const table: Readonly<Record<string, SharedLevel>> =
    kind === "host" || kind === "volume" ? grantedRights[kind] : {};
  const least = Object.hasOwn(table, act) ? table[act] : undefined;
  if (least === undefined) return false;
  return sharedLevels.indexOf(shareByKey("owner", key)) >= sharedLevels.indexOf(least);
}
