import type { CreateChoices } from "@/server/create/choices.schema";
import type { LookingGlass } from "@/server/domain/looking-glass/looking-glass.schema";
import { hostUserName } from "@/server/prepare/looking-glass/host-user.schema";

type HostFacts = CreateChoices["lookingGlass"];

/** Who has the memory already, by the host's own files, with all that it takes; null where that is nobody. */
export function setUpFor({ memory, mebibytes }: LookingGlass, host: HostFacts): string | null {
  if (host === null) return null;
  if (memory === "shm") return host.sharedFile;
  const { module, listed, loadedAtStart, confinement, allowed } = host;
  const isLarge = (host.mebibytes ?? 0) >= mebibytes;
  const isAllowed = allowed || !confinement.includes("AppArmor");
  return module === "loaded" && isLarge && listed !== false && loadedAtStart && isAllowed
    ? host.deviceUser
    : null;
}

/** Why a text can't be a user's name; null where it can, or is not there yet. */
export function userProblem(user: string): string | null {
  return user === "" || hostUserName.test(user) ? null : "Enter the name of a user of the host.";
}
