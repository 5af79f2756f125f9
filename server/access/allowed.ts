import type { Allowed } from "./allowed.schema";
import type { Who } from "./can";
import { type ObjectKind, objectKinds } from "./object.schema";
import { leastLevel, rights } from "./rights";
import { isAtLeast, type Level } from "./role";

/** What a page is told that `who` may do. A test compares it with what the server does. */
export function allowedFor({ level, levelsOnObjects = new Map() }: Who): Allowed {
  const each = Object.fromEntries(objectKinds.map((kind) => [kind, actsOn(kind, level)]));
  const single = [...levelsOnObjects].map(([key, own]) => [key, actsOn(kindOf(key), own)] as const);
  return { each: each as Allowed["each"], single: Object.fromEntries(single) };
}

function actsOn(kind: ObjectKind, level: Level): string[] {
  return Object.keys(rights[kind]).filter((act) => isAtLeast(level, leastLevel(kind, act)));
}

function kindOf(key: string): ObjectKind {
  return objectKinds.find((kind) => key.startsWith(`${kind}/`)) ?? "installation";
}
