import type { Fleet } from "../../fleet/fleet";
import type { StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import type { Ends } from "../across/on-both";
import { volumeAcrossStep } from "../across/volume-step";
import type { CreateInput, NewVolume } from "./create-input.schema";
import { startedMeanwhile } from "./domain-steps";
import { findDomain, isActive } from "./own-domain";

/** Both hosts of a VM that is made of what is on another one; null of any other. */
export function farEnds(
  fleet: Pick<Fleet, "host">,
  to: string,
  { name: vmName, fromHost }: CreateInput,
): Ends | null {
  if (fromHost === null) return null;
  const givenUp = `${vmName} was not created.`;
  return { fleet, from: fromHost.id, to, vmName, givenUp, bandwidthMiB: null };
}

/** Copies a disk of the original on the other host. */
export function farVolumeStep(
  ends: Ends,
  { passwordsOf: originalId }: CreateInput,
  copyOf: NonNullable<NewVolume["copyOf"]>,
  { pool, volume }: NewVolume,
): StepWork {
  const stillOff = async (here: Connection) => {
    const original = originalId === null ? null : await findDomain(here, originalId);
    if (original !== null && (await isActive(here, original))) throw startedMeanwhile(original.name);
  };
  return volumeAcrossStep(ends, { pool: copyOf.pool, name: copyOf.volume }, { pool, name: volume }, stillOff);
}
