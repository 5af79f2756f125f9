import type { Connection } from "../libvirt/connection";
import { ConnectionError } from "../libvirt/errors";
import { migrateFlags } from "../libvirt/protocol/constants.gen";
import type { TypedParam } from "../libvirt/protocol/types.gen";
import { typedParameter } from "../libvirt/typed-parameters";
import type { DomainHandle } from "./whereabouts";

/** A running VM that is to go to another host. */
export interface Migration {
  dom: DomainHandle;
  name: string;
  /** Of `migrateFlags`, without what all migrations have. */
  flags: number;
  /** Its definition as it runs there, and as it is kept there; with passwords. null: it is kept nowhere. */
  definition: { live: string; kept: string | null };
  /** Targets of the disks whose content goes over as well: "vda". */
  copiedDisks: readonly string[];
  /** MiB a second at most; null: as fast as it goes. */
  bandwidthMiB: number | null;
}

/** A connection on each side that nobody else uses meanwhile: the copy keeps the source's busy for as long as it lasts. */
export interface BothSides {
  source: Pick<Connection, "call">;
  target: Pick<Connection, "call">;
}

/** The target did not answer whether it took the VM over: nobody may start it on the source before that is known. */
export class Unsettled extends Error {
  override readonly name = "Unsettled";

  constructor(
    /** Ends the source's side: lets go of the VM there, or has it go on. */
    readonly settle: (end: "arrived" | "stays") => Promise<void>,
    cause: ConnectionError,
  ) {
    super("the target's answer is missing", { cause });
  }
}

/** The copy takes as long as it takes. */
const unhurried = { timeoutMs: 0 };
/** The target has everything by then, and only starts its CPUs. */
const finishMs = 60_000;
const nothing: Uint8Array = new Uint8Array();

/**
 * Moves a running VM to another host, driven from here: the hosts need no trust in each other, only a way for the data
 * (https://libvirt.org/migration.html#managed-direct-migration). In five calls: begin on the source, prepare on the target, perform on
 * the source, finish on the target, confirm on the source. It ends, and both sides are as before, where either connection ends during the copy.
 * @throws LibvirtError, ConnectionError where it did not take place; {@link Unsettled} where that is not known.
 */
export async function migrate({ source, target }: BothSides, migration: Migration): Promise<void> {
  const { dom, flags } = migration;
  const ofSource = flags | migrateFlags.CHANGE_PROTECTION;
  const params = parametersOf(migration);
  const begun = await source.call("domain_migrate_begin3_params", { dom, params, flags: ofSource });
  const there = [
    ...without(params, "destination_xml"),
    typedParameter("destination_xml", "string", begun.xml),
  ];
  const prepared = await target
    .call(
      "domain_migrate_prepare3_params",
      { params: there, cookie_in: begun.cookie_out, flags: ofTarget(flags) },
      unhurried,
    )
    .catch(async (error: unknown) => {
      // Why the target refuses is what counts.
      await endOnSource(source, migration, "stays").catch(() => undefined);
      throw error;
    });
  const cookie = await perform(source, migration, there, prepared).catch(async (error: unknown) => {
    // The source has taken it back by itself. The target is told to forget what it has; its own error is no news.
    await finish(target, migration, nothing, true).catch(() => undefined);
    throw error;
  });
  await handOver({ source, target }, migration, cookie);
}

async function perform(
  source: BothSides["source"],
  { dom, flags }: Migration,
  params: TypedParam[],
  { uri_out: uri, cookie_out: cookie_in }: { uri_out: string | null; cookie_out: Uint8Array },
): Promise<Uint8Array> {
  const withUri = uri === null ? params : [...params, typedParameter("migrate_uri", "string", uri)];
  const { cookie_out } = await source.call(
    "domain_migrate_perform3_params",
    { dom, dconnuri: null, params: withUri, cookie_in, flags: flags | migrateFlags.CHANGE_PROTECTION },
    unhurried,
  );
  return cookie_out;
}

/** The source stands still, and the target has all. Where the target refuses, the source goes on. */
async function handOver(
  { source, target }: BothSides,
  migration: Migration,
  cookie: Uint8Array,
): Promise<void> {
  let confirmed: Uint8Array = nothing;
  try {
    confirmed = await finish(target, migration, cookie, false);
  } catch (error) {
    if (error instanceof ConnectionError)
      throw new Unsettled((end) => endOnSource(source, migration, end), error);
    await endOnSource(source, migration, "stays");
    throw error;
  }
  await endOnSource(source, migration, "arrived", confirmed);
}

async function finish(
  target: BothSides["target"],
  { name, flags }: Migration,
  cookie_in: Uint8Array,
  cancelled: boolean,
): Promise<Uint8Array> {
  const params = [typedParameter("destination_name", "string", name)];
  const { cookie_out } = await target.call(
    "domain_migrate_finish3_params",
    { params, cookie_in, flags: ofTarget(flags), cancelled: cancelled ? 1 : 0 },
    { timeoutMs: finishMs },
  );
  return cookie_out;
}

async function endOnSource(
  source: BothSides["source"],
  { dom, flags }: Migration,
  end: "arrived" | "stays",
  cookie_in: Uint8Array = nothing,
): Promise<void> {
  const ofSource = flags | migrateFlags.CHANGE_PROTECTION;
  const cancelled = end === "stays" ? 1 : 0;
  await source.call("domain_migrate_confirm3_params", {
    dom,
    params: [],
    cookie_in,
    flags: ofSource,
    cancelled,
  });
}

/** What only the source minds (as libvirt's own client has it). */
function ofTarget(flags: number): number {
  return flags & ~(migrateFlags.ABORT_ON_ERROR | migrateFlags.AUTO_CONVERGE);
}

function parametersOf({ definition, copiedDisks, bandwidthMiB }: Migration): TypedParam[] {
  return [
    typedParameter("destination_xml", "string", definition.live),
    ...(definition.kept === null ? [] : [typedParameter("persistent_xml", "string", definition.kept)]),
    ...copiedDisks.map((target) => typedParameter("migrate_disks", "string", target)),
    ...(bandwidthMiB === null ? [] : [typedParameter("bandwidth", "ullong", BigInt(bandwidthMiB))]),
  ];
}

function without(params: readonly TypedParam[], name: string): TypedParam[] {
  return params.filter(({ field }) => field !== name);
}
