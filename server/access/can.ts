import { AppError } from "../errors";
import { keyOf, type ObjectReference } from "./object.schema";
import { leastLevel } from "./rights";
import { isAtLeast, type Level } from "./role";
import type { Session, SignedInUser } from "./session";

/** Who asks for something. */
export interface Who {
  /** "public" where nobody is signed in. */
  level: Level;
  user: SignedInUser | null;
  /** Where it is another level on a single object, by {@link keyOf}. */
  levelsOnObjects?: ReadonlyMap<string, Level> | undefined;
}

/** Who is behind a session; nobody without one. */
export function whoOf(session: Session | null): Who {
  return { level: session?.user.level ?? "public", user: session?.user ?? null };
}

/** Whether `who` may do `act` (the name of a procedure, "vm.rename") to `object`. */
export function can(who: Who, act: string, object: ObjectReference): boolean {
  return isAtLeast(levelOn(who, object), leastLevel(object.kind, act));
}

/**
 * Refuses whoever may not do `act` to all of `objects`.
 * @throws AppError "unauthorised" where nobody is signed in, else "forbidden".
 */
export function authorise(who: Who, act: string, ...objects: readonly ObjectReference[]): void {
  if (objects.length > 0 && objects.every((object) => can(who, act, object))) return;
  throw who.user === null
    ? new AppError("unauthorised", { userMessage: "Sign in first." })
    : new AppError("forbidden", { userMessage: "Your role does not allow this." });
}

/** What `who` is to an object: the one place where rights on single objects come in. */
function levelOn({ level, levelsOnObjects }: Who, object: ObjectReference): Level {
  return levelsOnObjects?.get(keyOf(object)) ?? level;
}
