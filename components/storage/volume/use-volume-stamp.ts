"use client";

import { useVms } from "@/components/fleet/use-fleet";
import { useJobs } from "@/components/job/use-jobs";
import type { PoolSummary } from "@/server/storage/pool.schema";
import { useUploads } from "../upload/use-uploads";

/**
 * Another text whenever something happened that may have changed a pool's volumes or who uses them: its figures, a job
 * or an upload that ended, a VM's disks or state.
 */
export function useVolumeStamp(hostId: string, pool: PoolSummary): string {
  const jobs = useJobs(hostId).filter(({ state }) => state !== "running").length;
  const uploads = useUploads().filter(({ state }) => state === "done").length;
  const vms = useVms()
    .filter((vm) => vm.hostId === hostId)
    .map(({ id, name, state, disks }) => [id, name, state, disks.map(({ source }) => source)]);
  return JSON.stringify([pool.state, pool.allocationBytes, pool.availableBytes, jobs, uploads, vms.sort()]);
}
