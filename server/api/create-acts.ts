import { randomUUID } from "node:crypto";
import type { CloneSource, CreateRequest } from "../create/create-request.schema";
import { withUuid } from "../create/definition-identity";
import type { HostOfVms } from "../create/host/host-of-vms";
import { namedFiles, preflightHostOf } from "../create/host/preflight-host";
import type { PreflightFinding } from "../create/preflight/preflight.schema";
import type { VmSpecification } from "../create/vm-specification.schema";
import { parseDefinition } from "../domain/definition";
import { isActive } from "../fleet/read-vm";
import type { Plan } from "../plan.schema";
import { LiveDomain } from "../work/attach/live-domain";
import type { CreateInput } from "../work/create/create-input.schema";
import { planCreate } from "../work/create/plan-create";
import { prepareClone } from "../work/create/prepare-clone";
import { prepareSpecification } from "../work/create/prepare-specification";
import { prepareXml } from "../work/create/prepare-xml";
import type { PreparedCreation } from "../work/create/prepared";
import { volumeSubject } from "../work/storage/new-volume";
import { needsBatteryTable } from "./attach-acts";
import { refuseChanged } from "./binding-acts";
import type { Context } from "./context";
import { readHostOfVms } from "./create-host";

export interface CreationInput {
  hostId: string;
  request: CreateRequest;
}

/** What would be made, what stands against it, and the definition, without passwords. */
export interface ShownCreation {
  plan: Plan;
  findings: PreflightFinding[];
  xml: string;
}

/** What would be done, judged for who asks. */
export async function planCreation(context: Context, input: CreationInput): Promise<ShownCreation> {
  const { creation, findings } = await prepare(context, input);
  return { plan: planCreate(creation, findings), findings, xml: creation.shownXml };
}

/** Starts what was planned, if it would still be planned so. The VM's UUID is known from here on. */
export async function runCreation(
  context: Context,
  request: CreationInput & { fingerprint: string },
): Promise<{ jobId: string; vmId: string }> {
  const { services, user } = context;
  const prepared = await prepare(context, request);
  const plan = planCreate(prepared.creation, prepared.findings);
  refuseChanged(plan, request.fingerprint);
  if (usesBatteryTable(request.request)) await services.roms.writeBatteryTable();
  const vmId = prepared.vmId ?? randomUUID();
  const { shownXml: _shown, ...rest } = prepared.creation;
  const input: CreateInput = {
    ...rest,
    vmId,
    by: user?.name ?? "",
    xml: withUuid(prepared.definition, vmId),
  };
  const { id } = services.jobs.start({
    kind: plan.kind,
    hostId: request.hostId,
    title: plan.title,
    subjects: [vmId, ...newVolumes(input).map(volumeSubject)],
    startedBy: input.by,
    steps: plan.steps,
    input,
  });
  return { jobId: id, vmId };
}

/** All volumes that the job makes, by the names by which other jobs know them. */
function newVolumes({ volumes, seed }: CreateInput): { pool: string; name: string }[] {
  const all = seed === null ? volumes : [...volumes, seed];
  return all.map(({ pool, volume }) => ({ pool, name: volume }));
}

async function prepare(context: Context, { hostId, request }: CreationInput): Promise<PreparedCreation> {
  const { source, start } = request;
  const host = await readHostOfVms(context, hostId);
  switch (source.kind) {
    case "specification": {
      const specification = withBatteryTable(source.specification, context.services.roms.batteryTablePath);
      const files = await filesThere(context, hostId, namedFiles(specification));
      const preflightHost = preflightHostOf(host, files, specification.machine);
      return prepareSpecification({ ...source, specification }, start, preflightHost);
    }
    case "xml": {
      const vmIds = new Set(host.vms.map(({ id }) => id));
      const disks = parseDefinition(source.xml).disks.flatMap((disk) => disk.source ?? []);
      const files = await filesThere(
        context,
        hostId,
        disks.filter((path) => path.startsWith("/")),
      );
      return prepareXml(source, start, preflightHostOf(host, files, null), vmIds);
    }
    case "clone":
      return cloneOf(context, { hostId, source, start, host });
  }
}

async function cloneOf(
  { services }: Context,
  { hostId, source, start, host }: { hostId: string; source: CloneSource; start: boolean; host: HostOfVms },
): Promise<PreparedCreation> {
  const { summary } = services.fleet.vm(hostId, source.vmId);
  const { saved } = await new LiveDomain(services.fleet, hostId, source.vmId).describe();
  const { id, name, state } = summary;
  const original = { id, name, xml: saved, active: isActive(state) };
  const { pools } = host.resources;
  return prepareClone(source, start, preflightHostOf(host, new Map(), null), { original, pools });
}

/** Which of the files are there; nothing of a host whose files can't be read. */
async function filesThere(
  { services }: Context,
  hostId: string,
  paths: readonly string[],
): Promise<Map<string, boolean>> {
  const { tree } = services.fleet.host(hostId).configuration;
  if (tree === null || paths.length === 0) return new Map();
  const relative = (path: string) => path.slice(1);
  const files = await tree.readMany({ presence: paths.map(relative), skipForbidden: true });
  return new Map(paths.map((path) => [path, files.has(relative(path))]));
}

/** Cards with the quirk get the table that Passdeck keeps, where no other was chosen. */
function withBatteryTable(specification: VmSpecification, batteryTable: string): VmSpecification {
  return {
    ...specification,
    cards: specification.cards.map((card) =>
      needsBatteryTable(card.options) ? { ...card, options: { ...card.options, batteryTable } } : card,
    ),
  };
}

function usesBatteryTable({ source }: CreateRequest): boolean {
  return (
    source.kind === "specification" &&
    source.specification.cards.some(({ options }) => needsBatteryTable(options))
  );
}
