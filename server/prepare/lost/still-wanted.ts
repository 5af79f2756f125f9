import { kernelParameter } from "../../host/kernel-parameters";
import type { WishedChange } from "../change.schema";

/**
 * What a change asked for and no later one has changed again: only that is missed where it is gone. Pure.
 * @param later What was asked for since, in any order.
 */
export function stillWanted(asked: WishedChange, later: readonly WishedChange[]): WishedChange {
  return later.reduce(without, asked);
}

function without(asked: WishedChange, later: WishedChange): WishedChange {
  const words = namesOf([...later.add, ...later.remove]);
  return {
    ...asked,
    add: asked.add.filter((word) => !words.has(nameOf(word))),
    remove: asked.remove.filter((word) => !words.has(nameOf(word))),
    addIds: less(asked.addIds, later.removeIds),
    removeIds: less(asked.removeIds, later.addIds),
    hugePages: later.hugePages === null ? asked.hugePages : null,
    vfioAddresses: less(asked.vfioAddresses, later.returnAddresses),
    returnAddresses: less(asked.returnAddresses, later.vfioAddresses),
    overrides: Object.fromEntries(
      Object.entries(asked.overrides).filter(
        ([address]) => !(address in later.overrides) && !later.returnAddresses.includes(address),
      ),
    ),
    earlyVfio: asked.earlyVfio && !later.removeModules.some((name) => nameOf(name) === "vfio_pci"),
    loadModules: less(asked.loadModules, later.removeModules),
    removeModules: less(asked.removeModules, later.loadModules),
    blacklist: less(asked.blacklist, later.unblacklist),
    unblacklist: less(asked.unblacklist, later.blacklist),
    target: later.target === null ? asked.target : null,
    lookingGlass: later.lookingGlass === null ? asked.lookingGlass : null,
  };
}

/** Names of kernel parameters that a change may put on the kernel's line, each with underscores. */
export function parametersAsked({ add, addIds, hugePages }: WishedChange): string[] {
  return [
    ...namesOf(add),
    ...(addIds.length === 0 ? [] : ["vfio_pci.ids"]),
    ...(hugePages === null ? [] : ["default_hugepagesz", "hugepagesz", "hugepages"]),
  ];
}

function less(list: readonly string[], others: readonly string[]): string[] {
  const gone = namesOf(others);
  return list.filter((one) => !gone.has(nameOf(one)));
}

function namesOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(nameOf));
}

/** The kernel takes "-" and "_" for the same in names. */
function nameOf(word: string): string {
  return kernelParameter(word).name.replaceAll("-", "_");
}
