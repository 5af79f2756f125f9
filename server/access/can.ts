import { AppError } from "../errors";
import type { HeldGrant, HeldGrants } from "./grant.schema";
import { grantAllows } from "./granted-rights";
import type { KeyScope } from "./keys/api-key.schema";
import { isActOfKey, isObjectOfKey, shareByKey } from "./keys/key-scope";
import { keyOf, type ObjectReference } from "./object.schema";
import { leastLevel } from "./rights";
import { isAtLeast, type Level, lesserLevel } from "./role";
import type { Session, SignedInUser } from "./session";
import { type SharedLevel, shareAllows } from "./shared-rights";
import { notThere, sightOf } from "./sight";

/** Who asks for something. */
export interface Who {
  /** "public" where nobody is signed in. */
  level: Level;
  user: SignedInUser | null;
  /** What is shared with them besides, by {@link keyOf}. It adds to what their level allows, and takes nothing from it. */
  shared?: ReadonlyMap<string, SharedLevel> | undefined;
  /** Where they may make VMs, and of what, by host; this adds as well. */
  grants?: HeldGrants | undefined;
  /** The API key that they ask by, which narrows all of this. */
  key?: KeyScope | undefined;
}

/** Who is behind a session; nobody without one. */
export function whoOf(session: Session | null): Who {
  return {
    level: session?.user.level ?? "public",
    user: session?.user ?? null,
    shared: session?.shared,
    grants: session?.grants,
    key: session?.key,
  };
}

/** Whether `who` may do `act` (the name of a procedure, "vm.rename") to `object`. */
export function can(who: Who, act: string, object: ObjectReference): boolean {
  const { shared, grants, key } = who;
  if (key !== undefined && !(isActOfKey(key, act) && isObjectOfKey(key, object))) return false;
  if (isAtLeast(roleOf(who), leastLevel(object.kind, act))) return true;
  if (grants !== undefined && grantAllows(grants, act, object, key)) return true;
  if (shared === undefined || shared.size === 0) return false;
  const share = shared.get(keyOf(object));
  return share !== undefined && shareAllows(shareByKey(share, key), object.kind, act);
}

/** By key the lesser one of its user's role and its own. */
function roleOf({ level, key }: Who): Level {
  return key === undefined ? level : lesserLevel<Level>(level, key.level);
}

/**
 * By which grant `who` makes VMs on a host; null where their role allows it, which is held to none, and where they have
 * none.
 */
export function grantFor(who: Who, hostId: string): HeldGrant | null {
  if (isAtLeast(roleOf(who), leastLevel("host", "create.run"))) return null;
  const { grants = {} } = who;
  return Object.hasOwn(grants, hostId) ? (grants[hostId] ?? null) : null;
}

/**
 * Refuses whoever may not do `act` to all of `objects`.
 * @throws AppError "unauthorised" where nobody is signed in; "not-found", as if it did not exist, where they may not see
 * one of them; else "forbidden".
 */
export function authorise(who: Who, act: string, ...objects: readonly ObjectReference[]): void {
  if (objects.length > 0 && objects.every((object) => can(who, act, object))) return;
  throw refusal(who, objects);
}

function refusal(who: Who, objects: readonly ObjectReference[]): AppError {
  if (who.user === null) return new AppError("unauthorised", { userMessage: "Sign in first." });
  const hidden = objects.find((object) => !sees(who, object));
  if (hidden !== undefined) return notThere(hidden);
  const userMessage =
    who.key === undefined ? "Your role does not allow this." : "This API key does not allow this.";
  return new AppError("forbidden", { userMessage });
}

/** Whether an object may be known of: what is out of a key's reach may not, whatever else the key is for. */
function sees({ key, ...who }: Who, object: ObjectReference): boolean {
  if (key !== undefined && !isObjectOfKey(key, object)) return false;
  const sight = sightOf(object);
  return sight === null || can(who, sight.act, sight.object);
}
