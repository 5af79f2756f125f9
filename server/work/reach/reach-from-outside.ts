import type { VersionSummary } from "../../database/definition-version.schema";
import type { VmKey } from "../../database/definition-versions";
import { AppError } from "../../errors";
import type { Services } from "../services";
import { addedReachWords } from "./added-reach";

/**
 * What of its host a VM reaches that somebody added outside Passdeck, in words: what its definition has now, and had not in
 * the latest version that was made here. Null where that is nothing.
 */
export async function reachFromOutside(
  { fleet, definitions }: Pick<Services, "fleet" | "definitions">,
  { hostId, vmId }: VmKey,
): Promise<string | null> {
  const vm = { hostId, vmId: vmId.toLowerCase() };
  const now = await definitions.present(vm);
  const last = lastKnown(definitions.versions.all(vm));
  if (now === null || last === null || last.id === now.id) return null;
  const before = definitions.versions.find(vm, last.id);
  if (before === null) return null;
  try {
    const reach = await addedReachWords(fleet, hostId, before.xml, now.xml);
    return reach.length === 0 ? null : `Its definition was changed outside Passdeck. ${reach.join(" ")}`;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `Its definition was changed outside Passdeck, and it can’t be told what of the host it reaches now: ${error.userMessage}`;
  }
}

/**
 * The version of a VM that its present one is compared with: the latest that was made through Passdeck; of a VM that never
 * was changed here, the oldest that is kept, as which it was found.
 * @param versions The latest first.
 */
export function lastKnown<Version extends Pick<VersionSummary, "by">>(
  versions: readonly Version[],
): Version | null {
  return versions.find(({ by }) => by !== null) ?? versions.at(-1) ?? null;
}
