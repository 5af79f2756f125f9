import {
  addressesOfGroup,
  addressPattern,
  capitalised,
  fullAddress,
  nameOf,
  nameOfGroup,
} from "./device-words";
import type { Found, TroubleLookup, TroubleRule } from "./trouble";

/** What a program says, as a pattern; what happened; what to do. */
export type TextRow = readonly [says: string, message: string, fix: string];

/** A second device of the text, in the group "other". */
export const otherDevice = addressPattern.replace("<address>", "<other>");
/** The device that a text is about, where it stands in another place of an alternative. */
export const orDevice = addressPattern.replace("<address>", "<instead>");
/** As the IOMMU's own messages and NVIDIA's name devices: the domain, or the function, may be missing. */
export const shortAddress = "(?<address>(?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[01][0-9a-f](?:\\.[0-7])?)";

/**
 * Rules that differ in their words alone. In the message `{address}` and `{other}` are devices by name, any other name
 * in braces is what the pattern's group of this name caught. The device is the one of the groups "address" or "instead",
 * or the one that the line names before the text (`explainTrouble` looks there, which keeps patterns fast), or a group's.
 */
export function textTable(rows: readonly TextRow[]): readonly TroubleRule[] {
  return rows.map(([says, message, fix]) => ({
    pattern: new RegExp(says),
    explain: (found, lookup) => ({
      message: capitalised(filled(message, found, lookup)),
      fix: capitalised(filled(fix, found, lookup)),
      devices: devicesOf(found, lookup),
    }),
  }));
}

function filled(words: string, found: Found, lookup: TroubleLookup): string {
  return words.replace(/\{(\w+)\}/g, (_all, name: string) => {
    if (name !== "address" && name !== "other") return found(name).trim();
    const address = fullAddress(found(name));
    const group = found("group");
    return address === "" && group !== "" ? nameOfGroup(group, lookup) : nameOf(address, lookup);
  });
}

function devicesOf(found: Found, lookup: TroubleLookup): string[] {
  const named = [found("address"), found("other")].filter((address) => address !== "").map(fullAddress);
  return named.length > 0 || found("group") === "" ? named : addressesOfGroup(found("group"), lookup);
}
