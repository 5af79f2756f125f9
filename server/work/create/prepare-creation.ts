import { can, grantFor } from "../../access/can";
import { onVm } from "../../access/objects-of";
import type { PlacedAnswers } from "../../create/answers/answers.schema";
import type { CloneSource, CreateRequest } from "../../create/create-request.schema";
import { hostWithin } from "../../create/granted/host-within";
import type { HostOfVms } from "../../create/host/host-of-vms";
import { namedFiles, preflightHostOf } from "../../create/host/preflight-host";
import type { VmSpecification } from "../../create/vm-specification.schema";
import { parseDefinition } from "../../domain/definition";
import { markInstalling } from "../../domain/installing";
import type { Fleet } from "../../fleet/fleet";
import { isActive } from "../../fleet/read-vm";
import type { ActContext } from "../act-context";
import { needsBatteryTable } from "../attach/battery-table";
import { LiveDomain } from "../attach/live-domain";
import { romsOf } from "../rom/rom-file";
import { readFarOriginal } from "./far-original";
import { refuseOthersMedia } from "./granted-creation";
import { mediumFindings } from "./medium-findings";
import { placedAnswers } from "./prepare-answers";
import { prepareClone } from "./prepare-clone";
import { prepareSpecification } from "./prepare-specification";
import { prepareXml } from "./prepare-xml";
import type { PreparedCreation } from "./prepared";
import { readHostOfVms } from "./read-host-of-vms";

/** Looks at the host and works out a request for a VM there. */
export async function prepareCreation(
  context: ActContext,
  hostId: string,
  request: CreateRequest,
): Promise<PreparedCreation> {
  const { services, by } = context;
  const { fleet } = services;
  const { source, start } = request;
  const host = await hostFor(context, hostId, request);
  switch (source.kind) {
    case "specification": {
      const specification = withBatteryTable(
        source.specification,
        () => romsOf(fleet, hostId).batteryTablePath,
      );
      const files = await filesThere(fleet, hostId, namedFiles(specification));
      const preflightHost = preflightHostOf(host, files, specification.machine);
      const prepared = withNote(prepareSpecification({ ...source, specification }, start, preflightHost), by);
      const onMedium = await mediumFindings(fleet, hostId, prepared.creation.installation);
      return { ...prepared, findings: [...prepared.findings, ...onMedium] };
    }
    case "xml": {
      const vmIds = new Set(host.vms.map(({ id }) => id));
      const disks = parseDefinition(source.xml).disks.flatMap((disk) => disk.source ?? []);
      const paths = disks.filter((path) => path.startsWith("/"));
      const files = await filesThere(fleet, hostId, paths);
      return prepareXml(source, start, preflightHostOf(host, files, null), {
        vmIds,
        schemas: fleet.host(hostId).machine.schemas.value,
      });
    }
    case "clone":
      return cloneOf(context, { hostId, source, start, host });
  }
}

/** The host, as far as who makes a VM by a grant may know it. */
async function hostFor(context: ActContext, hostId: string, request: CreateRequest): Promise<HostOfVms> {
  const { services, readReport } = context;
  const host = await readHostOfVms(services, hostId, readReport);
  const grant = grantFor(context, hostId);
  if (grant === null) return host;
  refuseOthersMedia(hostId, request, host);
  return hostWithin(host, grant, (vmId) => can(context, "vm.see", onVm({ hostId, vmId })));
}

/** With the note of the installation that is going to be under way in it. */
function withNote(prepared: PreparedCreation, by: string): PreparedCreation {
  const { installation } = prepared.creation;
  if (installation === null) return prepared;
  const { pool, kernel, initrd } = installation;
  const left = { by, pool, kernel: kernel.volume, initrd: initrd.volume };
  const definition = markInstalling(prepared.definition, left);
  return { ...prepared, definition, creation: { ...prepared.creation, shownXml: definition } };
}

/** Whether a card of the VM gets the table that Passdeck keeps. */
export function usesBatteryTable({ source }: CreateRequest): boolean {
  return (
    source.kind === "specification" &&
    source.specification.cards.some(({ options }) => needsBatteryTable(options))
  );
}

/** The answer files of a request, which its job is to find; null of one without. */
export function answersToKeep({ source }: CreateRequest): PlacedAnswers | null {
  return source.kind === "specification" ? placedAnswers(source) : null;
}

async function cloneOf(
  context: ActContext,
  { hostId, source, start, host }: { hostId: string; source: CloneSource; start: boolean; host: HostOfVms },
): Promise<PreparedCreation> {
  const { fleet } = context.services;
  const fromHostId = source.fromHostId ?? hostId;
  const { summary } = fleet.vm(fromHostId, source.vmId);
  const { saved } = await new LiveDomain(fleet, fromHostId, source.vmId).describe();
  const { id, name, state } = summary;
  const original = { id, name, xml: saved, active: isActive(state) };
  if (fromHostId === hostId) {
    const { pools } = host.resources;
    return prepareClone(source, start, preflightHostOf(host, new Map(), null), {
      original,
      pools,
      far: null,
    });
  }
  const { pools, far } = await readFarOriginal(context, { hostId, fromHostId, original });
  const paths = parseDefinition(saved).disks.flatMap((disk) => disk.source ?? []);
  const files = await filesThere(
    fleet,
    hostId,
    paths.filter((path) => path.startsWith("/")),
  );
  return prepareClone(source, start, preflightHostOf(host, files, null), { original, pools, far });
}

/** Which of the files are there; nothing of a host whose files can't be read. */
async function filesThere(
  fleet: Fleet,
  hostId: string,
  paths: readonly string[],
): Promise<Map<string, boolean>> {
  const tree = fleet.host(hostId).machine.files.value;
  if (tree === null || paths.length === 0) return new Map();
  const relative = (path: string) => path.slice(1);
  const files = await tree.readMany({ presence: paths.map(relative), skipForbidden: true });
  return new Map(paths.map((path) => [path, files.has(relative(path))]));
}

/** Cards with the quirk get the table that Passdeck keeps, where no other was chosen. */
function withBatteryTable(specification: VmSpecification, batteryTable: () => string): VmSpecification {
  return {
    ...specification,
    cards: specification.cards.map((card) =>
      needsBatteryTable(card.options)
        ? { ...card, options: { ...card.options, batteryTable: batteryTable() } }
        : card,
    ),
  };
}
