import type { Allowed } from "./allowed.schema";
import type { Who } from "./can";
import { grantAllowsAct, grantedRights } from "./granted-rights";
import type { KeyScope } from "./keys/api-key.schema";
import { isActOfKey, shareByKey } from "./keys/key-scope";
import { keyOf, type ObjectKind, objectKinds } from "./object.schema";
import { onVm } from "./objects-of";
import { leastLevel, rights } from "./rights";
import { isAtLeast, type Level } from "./role";
import { type SharedLevel, shareAllows, sharedLevels, sharedRights } from "./shared-rights";

/** What a page is told that `who` may do. A test compares it with what the server does. */
export function allowedFor({ level, shared = new Map(), grants = {}, key }: Who): Allowed {
  const all = Object.fromEntries(objectKinds.map((kind) => [kind, actsOn(kind, level)]));
  const each = all as Allowed["each"];
  const granted = key?.vms ? {} : grants;
  const byGrant = actsByGrant(key);
  if (key === undefined)
    return { each, shared: Object.fromEntries(shared), byShare: actsByShare(), granted, byGrant };
  // A key is told what it may do to all objects of a kind.
  const named = key.vms?.map((vm) => keyOf(onVm(vm))) ?? [...shared.keys()];
  const sharedByKey = named.flatMap((name) => {
    const share = shared.get(name);
    return share === undefined ? [] : [[name, shareByKey(share, key)] as const];
  });
  return {
    each: eachOfKey(each, key),
    shared: Object.fromEntries(sharedByKey),
    byShare: actsByShare((act) => isActOfKey(key, act)),
    granted,
    byGrant,
  };
}

function actsByGrant(key: KeyScope | undefined): Allowed["byGrant"] {
  const actsOf = (kind: keyof typeof grantedRights) =>
    Object.keys(grantedRights[kind]).filter(
      (act) => grantAllowsAct(kind, act, key) && (key === undefined || isActOfKey(key, act)),
    );
  return { host: actsOf("host"), volume: actsOf("volume") };
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

function actsByShare(isTold: (act: string) => boolean = () => true): Allowed["byShare"] {
  const actsOf = (level: SharedLevel, kind: keyof typeof sharedRights) =>
    Object.keys(sharedRights[kind]).filter((act) => isTold(act) && shareAllows(level, kind, act));
  const byShare = sharedLevels.map((level) => [
    level,
    { vm: actsOf(level, "vm"), named: actsOf(level, "named"), host: actsOf(level, "host") },
  ]);
  return Object.fromEntries(byShare) as Allowed["byShare"];
}
