import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import type { Fleet } from "../../fleet/fleet";
import type { VmRecord } from "../../fleet/read-vm";
import type { Job } from "../../job/job.schema";
import type { Jobs } from "../../job/jobs";
import { type EndInstallation, endInstallationKindName, endInstallationSteps } from "./end-installation-kind";
import { endOfInstallation } from "./end-of-installation";

interface FollowParts {
  fleet: Pick<Fleet, "watch" | "findVm" | "host" | "vmSummaries" | "maintenanceOf">;
  jobs: Pick<Jobs, "watch" | "start" | "ended" | "running" | "interrupted">;
  log: Logger;
}

/**
 * Ends each installation that Passdeck started once its installer's machine is off: starts the VM from its disk where the
 * guest went off by itself, and deletes the installer's kernel. Goes on until the returned function is called.
 */
export function followInstallations({ fleet, jobs, log }: FollowParts): () => void {
  const atWork = new Set<string>();
  const stopped = new AbortController();
  const look = async (hostId: string, vmId: string) => {
    const key = `${hostId}/${vmId}`;
    const record = fleet.findVm(hostId, vmId);
    if (record === null || atWork.has(key) || !mayHaveEnded(record)) return;
    // What follows is a start: it waits for the end of the maintenance.
    if (fleet.maintenanceOf(hostId) !== null) return;
    // Whatever has the VM in hand, there is another look when it ends.
    if ([...jobs.running(), ...jobs.interrupted()].some((job) => isAbout(job, record))) return;
    atWork.add(key);
    try {
      await endSoon({ fleet, jobs }, record, stopped.signal);
    } catch (error) {
      if (!stopped.signal.aborted) log.warn({ err: error, vm: vmId }, "an installation could not be ended");
    } finally {
      atWork.delete(key);
    }
  };
  const stops = [
    fleet.watch(({ hosts, vms }) => {
      const changed = new Set(hosts.map(({ id }) => id));
      const ofThem = changed.size === 0 ? [] : fleet.vmSummaries().filter((vm) => changed.has(vm.hostId));
      for (const { hostId, id } of [...vms, ...ofThem]) void look(hostId, id);
    }),
    jobs.watch((message) => {
      if (message.kind !== "job" || message.job.state === "running") return;
      for (const { hostId, id } of fleet.vmSummaries()) void look(hostId, id);
    }),
  ];
  return () => {
    stopped.abort();
    for (const stop of stops) stop();
  };
}

/** Between the tries to end one, milliseconds: libvirt refuses to delete from a pool in which it is at work. */
const pausesMs = [0, 2_000, 20_000];

async function endSoon(
  { fleet, jobs }: Pick<FollowParts, "fleet" | "jobs">,
  record: VmRecord,
  signal: AbortSignal,
): Promise<void> {
  const { hostId, id } = record.summary;
  for (const pauseMs of pausesMs) {
    await pause(pauseMs, undefined, { signal });
    const now = fleet.findVm(hostId, id);
    if (now === null) return;
    const input = await fleet
      .host(hostId)
      .run(`VM ${now.summary.name}`, (connection) => endOfInstallation(connection, now));
    if (input === null) return;
    const { state } = await jobs.ended(begin(jobs, hostId, input));
    if (state !== "failed") return;
  }
}

function isAbout({ hostId, subjects }: Job, { summary }: VmRecord): boolean {
  return hostId === summary.hostId && subjects.includes(summary.id.toLowerCase());
}

function mayHaveEnded({ xml }: VmRecord): boolean {
  return xml.includes("passdeck:installing");
}

function begin(jobs: FollowParts["jobs"], hostId: string, input: EndInstallation): string {
  const { vmId, name, by, pool, kernel, initrd } = input;
  const subjects = [vmId.toLowerCase(), `${pool}/${kernel}`, `${pool}/${initrd}`];
  const title = input.start ? `Finish the installation of ${name}` : `Clean up the installation of ${name}`;
  const steps = endInstallationSteps(input);
  return jobs.start({ kind: endInstallationKindName, hostId, title, subjects, startedBy: by, steps, input })
    .id;
}
