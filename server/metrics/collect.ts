import { can, type Who } from "../access/can";
import { onHost, onJob, onVm } from "../access/objects-of";
import { AppError } from "../errors";
import { deviceAttachments } from "../fleet/device-attachments";
import type { Fleet } from "../fleet/fleet";
import { idOf, isActive, type VmRecord } from "../fleet/read-vm";
import { readDomainStats } from "../fleet/statistics/domain-stats";
import type { Job } from "../job/job.schema";
import { domainStats } from "../libvirt/protocol/constants.gen";
import type { JudgedReport } from "../pci/schema";
import { judgeHost } from "../pci/verdict/judge";
import { assignedSamples, reportSamples } from "./device-samples";
import type { Sample } from "./families";
import { vmSamples } from "./vm-samples";

/** What metrics are made of. */
export interface MetricSources {
  fleet: Pick<Fleet, "hostSummaries" | "vmsOf" | "host" | "shownHardware">;
  /** Those that are kept, by which `passdeck_jobs` counts. */
  jobs: readonly Job[];
  version: string;
}

const wanted =
  domainStats.STATE |
  domainStats.CPU_TOTAL |
  domainStats.BALLOON |
  domainStats.VCPU |
  domainStats.INTERFACE |
  domainStats.BLOCK;

/** All that `who` may see. A host that does not answer has its `…_up` at 0 and nothing else. */
export async function collectMetrics(sources: MetricSources, who: Who): Promise<Sample[]> {
  const hosts = sources.fleet
    .hostSummaries()
    .filter(({ id }) => can(who, "host.see", onHost({ hostId: id })));
  const ofHosts = await Promise.all(hosts.map(({ id }) => hostSamples(sources.fleet, id, who)));
  return [
    { family: "passdeck_info", labels: { version: sources.version }, value: 1 },
    ...ofHosts.flat(),
    ...jobSamples(sources.jobs.filter(({ id }) => can(who, "job.see", onJob({ jobId: id })))),
  ];
}

async function hostSamples(fleet: MetricSources["fleet"], hostId: string, who: Who): Promise<Sample[]> {
  const vms = fleet
    .vmsOf(hostId)
    .filter(({ handle }) => can(who, "vm.see", onVm({ hostId, vmId: idOf(handle) })));
  const [figures, report] = await Promise.all([
    vmFigures(fleet, hostId, vms).catch(unlessDown),
    judged(fleet, hostId).catch(unlessDown),
  ]);
  const up = (family: Sample["family"], isUp: boolean): Sample => {
    return { family, labels: { host: hostId }, value: isUp ? 1 : 0 };
  };
  const holders = vms.map(({ handle, summary, definition: { passthrough } }) => {
    return { vmId: idOf(handle), name: handle.name, isOn: isActive(summary.state), passthrough };
  });
  return [
    up("libvirt_up", figures !== null),
    up("passdeck_host_report_up", report !== null),
    ...(figures ?? []),
    ...(report === null ? [] : reportSamples(hostId, report)),
    ...(figures === null ? [] : assignedSamples(hostId, holders, report?.devices ?? [])),
  ];
}

/** A host that can't be read is told of by its `…_up`; what is wrong in Passdeck itself is none of that. */
function unlessDown(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}

async function vmFigures(
  fleet: MetricSources["fleet"],
  hostId: string,
  vms: readonly VmRecord[],
): Promise<Sample[]> {
  const records = new Map(vms.map((vm) => [idOf(vm.handle), vm]));
  const handles = vms.map(({ handle }) => handle);
  const isOn = vms.filter(({ summary }) => isActive(summary.state));
  const samples: Sample[] = [
    { family: "libvirt_domains_number", labels: { host: hostId }, value: isOn.length },
  ];
  await fleet.host(hostId).run("the VMs' figures", async (connection) => {
    for await (const { handle, values } of readDomainStats(connection, handles, wanted)) {
      const vm = records.get(idOf(handle));
      if (vm === undefined) continue;
      const xml = vm.definition.unreadable === null ? vm.xml : null;
      samples.push(...vmSamples({ hostId, vmId: idOf(handle), name: handle.name, xml }, values));
    }
  });
  return samples;
}

/** Nobody's own network card is kept back: it is a scrape that asks, from anywhere. */
async function judged(fleet: MetricSources["fleet"], hostId: string): Promise<JudgedReport> {
  const report = await fleet.shownHardware(hostId);
  const attachments = deviceAttachments(fleet.vmsOf(hostId), report.carried);
  return judgeHost(report, { managementDevices: [], attachments });
}

function jobSamples(jobs: readonly Job[]): Sample[] {
  const counts = new Map<string, Sample>();
  for (const { hostId, kind, state } of jobs) {
    const key = JSON.stringify([hostId, kind, state]);
    const value = (counts.get(key)?.value ?? 0) + 1;
    counts.set(key, { family: "passdeck_jobs", labels: { host: hostId, kind, state }, value });
  }
  return [...counts.values()];
}
