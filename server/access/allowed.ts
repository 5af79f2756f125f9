import type { Allowed } from "./allowed.schema";
import type { Who } from "./can";
import type { KeyScope } from "./keys/api-key.schema";
import { isActOfKey } from "./keys/key-scope";
import { type ObjectKind, objectKinds } from "./object.schema";
import { leastLevel, rights } from "./rights";
import { isAtLeast, type Level } from "./role";

/** What a page is told that `who` may do. A test compares it with what the server does. */
export function allowedFor({ level, levelsOnObjects = new Map(), key }: Who): Allowed {
  const each = Object.fromEntries(objectKinds.map((kind) => [kind, actsOn(kind, level)]));
  // A key is told what it may do to all objects of a kind.
  if (key !== undefined) return { each: eachOfKey(each as Allowed["each"], key), single: {} };
  const single = [...levelsOnObjects].map(([key, own]) => [key, actsOn(kindOf(key), own)] as const);
  return { each: each as Allowed["each"], single: Object.fromEntries(single) };
}

function actsOn(kind: ObjectKind, level: Level): string[] {
  return Object.keys(rights[kind]).filter((act) => isAtLeast(level, leastLevel(kind, act)));
}

function eachOfKey(each: Allowed["each"], key: KeyScope): Allowed["each"] {
  const acts = objectKinds.map((kind) => {
    const isAbout = key.vms === null || kind === "installation";
    return [kind, isAbout ? each[kind].filter((act) => isActOfKey(key, act)) : []];
  });
  return Object.fromEntries(acts) as Allowed["each"];
}

function kindOf(key: string): ObjectKind {
  return objectKinds.find((kind) => key.startsWith(`${kind}/`)) ?? "installation";
}
