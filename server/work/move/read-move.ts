import { preflightHostOf } from "../../create/host/preflight-host";
import { definitionFindings } from "../../create/preflight/definition-findings";
import type { PreflightHost } from "../../create/preflight/preflight.schema";
import { parseDefinition, type VmDefinition } from "../../domain/definition";
import { isActive, type VmRecord } from "../../fleet/read-vm";
import type { HostTree } from "../../host/host-tree";
import type { Connection } from "../../libvirt/connection";
import { domainXmlFlags, errorNumber } from "../../libvirt/protocol/constants.gen";
import { parseUuid } from "../../libvirt/uuid";
import { bridgeFindings, isOnBridge } from "../../move/bridge-findings";
import { type CpuFit, cpuFit, fits } from "../../move/cpu-fit";
import { disksOnTheMove } from "../../move/disks";
import type { MoveFinding } from "../../move/move-finding.schema";
import { moveFindings } from "../../move/move-findings";
import { filesNamedBeside } from "../../move/named-files";
import { orNull } from "../../storage/look-up";
import { sizeText } from "../../units/memory-size";
import { parseXml, textOf } from "../../xml/xml";
import type { ActContext } from "../act-context";
import { readHostOfVms } from "../create/read-host-of-vms";
import { hostNamed } from "../host-named";
import { moveIntoMaintenance } from "../maintenance/refuse-start";
import { clockAhead } from "./clock-ahead";
import { type ColdMove, readCold } from "./cold/read-cold";
import { type PlacedDisk, placeDisks } from "./place-disks";

/** What moving a VM to a host takes, and what stands against it. */
export interface ReadMove {
  vm: VmRecord;
  live: boolean;
  /** What goes over besides its disks; null of a VM that runs. */
  cold: ColdMove | null;
  /** It is started with its host. */
  autostart: boolean;
  targetName: string;
  disks: PlacedDisk[];
  findings: MoveFinding[];
  /** The definition as it is kept, without passwords. */
  saved: string;
}

export interface MoveQuestion {
  hostId: string;
  vmId: string;
  targetHostId: string;
  /** Pools of the target for disks that are copied, by the disks' targets. */
  pools: ReadonlyMap<string, string>;
  /** Cards of the target for those of the VM, by the addresses of these. */
  cards: ReadonlyMap<string, string>;
}

/** Looks at both hosts. Pools are tried for being the same storage, which leaves nothing behind. */
export async function readMove(context: ActContext, question: MoveQuestion): Promise<ReadMove> {
  const { hostId, vmId, targetHostId, pools, cards } = question;
  const { fleet } = context.services;
  const vm = fleet.vm(hostId, vmId);
  const { name } = vm.summary;
  const [source, target] = [fleet.host(hostId), fleet.host(targetHostId)];
  const targetName = hostNamed(fleet, targetHostId);
  const live = isActive(vm.summary.state);
  const there = await readHostOfVms(context.services, targetHostId, context.readReport);
  return target.runLong(`VM ${name}`, (other) =>
    source.runLong(`VM ${name}`, async (connection) => {
      const facts = await factsOf({ connection, other }, vm);
      const placed = await placeDisks(disksOnTheMove(facts.xml), {
        here: connection,
        there: other,
        targetName,
        cold: !live,
        chosen: pools,
      });
      const definition = parseDefinition(facts.xml);
      const asked = { hostId, targetHostId, targetName, vm: vm.summary, saved: facts.saved, definition };
      const cold = live ? null : await readCold(context, { ...asked, chosen: cards });
      const files = filesNamedBeside(facts.xml);
      const host = preflightHostOf(there, new Map(), null);
      return {
        vm,
        live,
        cold,
        autostart: facts.autostart,
        targetName,
        disks: placed,
        saved: facts.saved,
        findings: [
          ...moveIntoMaintenance(fleet, targetHostId, targetName),
          ...moveFindings({
            vm: {
              name,
              live,
              memoryBytes: vm.summary.memoryBytes,
              machine: definition.machine,
              hostDevices: [...vm.summary.passthrough, ...vm.summary.otherHostDevices],
              snapshots: facts.snapshots,
              hasSavedState: vm.summary.hasSavedState,
            },
            target: {
              name: targetName,
              isSameMachine: facts.isSameMachine,
              hasUuid: facts.hasUuid,
              machines: there.capabilities.machines,
              availableMemoryBytes: host.availableMemoryBytes,
              missingFiles: await missingOf(target.machine.files.value, files),
              cpu: facts.cpu,
              clockAheadMs: live
                ? await clockAhead(source.machine.files.value, target.machine.files.value)
                : null,
              olderLibvirt: facts.olderLibvirt,
              unseenBridges: host.interfaces === null && definition.interfaces.some(isOnBridge),
            },
          }),
          ...(cold?.findings ?? []),
          ...arrivalFindings({ ...definition, disks: [], passthrough: addressesOf(cold) }, host),
          ...bridgeFindings(definition.interfaces, host.interfaces, targetName),
          ...placed.flatMap(diskFindings),
          ...spaceFindings(placed, targetName),
        ],
      };
    }),
  );
}

interface Facts {
  /** As the VM is now, in the form that is moved. */
  xml: string;
  saved: string;
  autostart: boolean;
  snapshots: number;
  cpu: CpuFit;
  isSameMachine: boolean;
  hasUuid: boolean;
  olderLibvirt: string | null;
}

async function factsOf(
  { connection, other }: { connection: Connection; other: Connection },
  { handle: dom, summary }: VmRecord,
): Promise<Facts> {
  const live = isActive(summary.state);
  const xmlOf = async (flags: number) => (await connection.call("domain_get_xml_desc", { dom, flags })).xml;
  const xml = await xmlOf(live ? domainXmlFlags.MIGRATABLE : domainXmlFlags.INACTIVE);
  const [saved, autostart, snapshots, machines, versions, twin] = await Promise.all([
    xmlOf(domainXmlFlags.INACTIVE),
    // libvirt has no event for it, so that the list may have it wrong.
    connection.call("domain_get_autostart", { dom }),
    connection.call("domain_snapshot_num", { dom, flags: 0 }),
    Promise.all([connection, other].map(machineUuid)),
    Promise.all([connection, other].map((one) => one.call("connect_get_lib_version"))),
    orNull(other.call("domain_lookup_by_uuid", { uuid: parseUuid(summary.id) }), errorNumber.NO_DOMAIN),
  ]);
  const [ours, theirs] = versions.map(({ lib_ver }) => Number(lib_ver));
  return {
    xml,
    saved,
    autostart: autostart.autostart !== 0,
    snapshots: snapshots.num,
    cpu: live ? await cpuFit({ here: connection, there: other }, xml) : fits,
    isSameMachine: machines[0] !== null && machines[0] === machines[1],
    hasUuid: twin !== null,
    olderLibvirt: ours !== undefined && theirs !== undefined && theirs < ours ? versionText(theirs) : null,
  };
}

/** By which libvirt tells machines apart; it refuses a migration to the same one. */
async function machineUuid(connection: Connection): Promise<string | null> {
  const { capabilities } = await connection.call("connect_get_capabilities");
  return textOf(parseXml(capabilities).getElementsByTagName("uuid")[0] ?? null);
}

function versionText(version: number): string {
  return [Math.floor(version / 1_000_000), Math.floor(version / 1000) % 1000, version % 1000].join(".");
}

async function missingOf(tree: HostTree | null, files: readonly string[]): Promise<string[] | null> {
  if (files.length === 0) return [];
  if (tree === null) return null;
  const presence = files.map((path) => path.slice(1));
  const found = await tree.readMany({ presence, skipForbidden: true });
  return files.filter((path) => !found.has(path.slice(1)));
}

/** What stands against the definition there. */
function arrivalFindings(definition: VmDefinition, host: PreflightHost): MoveFinding[] {
  return (
    definitionFindings(definition, host)
      // A VM that moves is not started by that.
      .filter(({ code }) => code !== "named-devices")
      .map(withoutPlace)
  );
}

function addressesOf(cold: ColdMove | null): string[] {
  const cards = cold?.assigned ?? [];
  return cards.flatMap((card) => card?.functions.map(({ device }) => device.address) ?? []);
}

function withoutPlace({ weight, message, fix }: MoveFinding): MoveFinding {
  return { weight, message, fix };
}

function diskFindings(disk: PlacedDisk): MoveFinding[] {
  return disk.fate === "stuck"
    ? [{ weight: "fail", message: `Disk ${disk.target}: ${disk.why}`, fix: disk.fix }]
    : [];
}

/** What copies may grow to, against what their pools have left. */
function spaceFindings(disks: readonly PlacedDisk[], targetName: string): MoveFinding[] {
  const copies = disks.flatMap((disk) => (disk.fate === "copied" ? [disk] : []));
  const pools = new Set(copies.map(({ copy }) => copy.to.pool));
  return [...pools].flatMap((pool) => {
    const those = copies.filter(({ copy }) => copy.to.pool === pool);
    const wanted = those.reduce((sum, { copy }) => sum + copy.capacityBytes, 0);
    const free = those[0]?.availableBytes ?? 0;
    if (wanted <= free) return [];
    const message = `The copies may take ${sizeText(BigInt(wanted))}, and the pool ${pool} of ${targetName} has ${sizeText(BigInt(free))} free.`;
    return [{ weight: "warn" as const, message, fix: "Choose another pool, or free space in this one." }];
  });
}
