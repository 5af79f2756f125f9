import { builtOn, type PlacedVolume } from "../../storage/volume-users";
import { namesOf } from "../pool/pool-users";
import type { StorageRoom } from "../storage/storage-room";

/** The volumes of a host, with a look at who uses each. */
export type VolumeUsage = Awaited<ReturnType<StorageRoom["usage"]>>;

/**
 * What keeps a volume from being deleted: VMs whose definitions name it, and volumes that are built on it. Null where
 * nothing does.
 * @param exceptVm A VM that is deleted along with it.
 */
export function whyInUse(
  { volumes, usersOf }: VolumeUsage,
  volume: PlacedVolume,
  exceptVm: string | null,
): string | null {
  const users = usersOf(volume).filter(({ vmId }) => vmId !== exceptVm);
  if (users.length > 0)
    return `${volume.name} is used by ${namesOf(users)}. Remove the disk there first, or delete the VM.`;
  const built = builtOn(volume, volumes);
  if (built.length === 0) return null;
  return `${built.map((one) => one.name).join(", ")} can't be read without ${volume.name}. Delete those first.`;
}
