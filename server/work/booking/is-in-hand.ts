import type { Jobs } from "../../job/jobs";
import type { Booking } from "./bookings";

/** Whether a job works on the VM that was last started by a booking, or that it is meant for. */
export function isInHand(
  jobs: Pick<Jobs, "running" | "interrupted">,
  { hostId, usedBy, vmId }: Pick<Booking, "hostId" | "usedBy" | "vmId">,
): boolean {
  const subject = usedBy ?? vmId;
  return [...jobs.running(), ...jobs.interrupted()].some(
    (job) => job.hostId === hostId && subject !== null && job.subjects.includes(subject),
  );
}
