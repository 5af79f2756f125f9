import { AppError } from "../errors";
import type { KeyScope } from "./keys/api-key.schema";
import { isActOfKey, isObjectOfKey } from "./keys/key-scope";
import { keyOf, type ObjectReference } from "./object.schema";
import { leastLevel } from "./rights";
import { isAtLeast, type Level, lesserLevel } from "./role";
import type { Session, SignedInUser } from "./session";

/** Who asks for something. */
export interface Who {
  /** "public" where nobody is signed in. */
  level: Level;
  user: SignedInUser | null;
  /** Where it is another level on a single object, by {@link keyOf}. */
  levelsOnObjects?: ReadonlyMap<string, Level> | undefined;
  /** The API key that they ask by, which narrows all of this. */
  key?: KeyScope | undefined;
}

/** Who is behind a session; nobody without one. */
export function whoOf(session: Session | null): Who {
  return { level: session?.user.level ?? "public", user: session?.user ?? null, key: session?.key };
}

/** Whether `who` may do `act` (the name of a procedure, "vm.rename") to `object`. */
export function can(who: Who, act: string, object: ObjectReference): boolean {
  const { key } = who;
  if (key !== undefined && !(isActOfKey(key, act) && isObjectOfKey(key, object))) return false;
  return isAtLeast(levelOn(who, object), leastLevel(object.kind, act));
}

/**
 * Refuses whoever may not do `act` to all of `objects`.
 * @throws AppError "unauthorised" where nobody is signed in, else "forbidden".
 */
export function authorise(who: Who, act: string, ...objects: readonly ObjectReference[]): void {
  if (objects.length > 0 && objects.every((object) => can(who, act, object))) return;
  throw refusal(who);
}

function refusal({ user, key }: Who): AppError {
  if (user === null) return new AppError("unauthorised", { userMessage: "Sign in first." });
  const userMessage =
    key === undefined ? "Your role does not allow this." : "This API key does not allow this.";
  return new AppError("forbidden", { userMessage });
}

/** What `who` is to an object: the one place where rights on single objects come in. */
function levelOn({ level, levelsOnObjects, key }: Who, object: ObjectReference): Level {
  const own = levelsOnObjects?.get(keyOf(object)) ?? level;
  return key === undefined ? own : lesserLevel<Level>(own, key.level);
}
