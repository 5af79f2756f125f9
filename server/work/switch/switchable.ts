import type { ManagedHost } from "../../fleet/managed-host";
import type { Connection } from "../../libvirt/connection";
import type { ProcedureResult } from "../../libvirt/protocol/procedures.gen";

/** libvirt's handle of a network; that of a pool has the same parts. */
export type Handle = ProcedureResult["network_lookup_by_uuid"]["net"];

/** What is remembered of something that libvirt is about to forget. */
export interface Definition {
  /** The saved one; of a transient one as it runs. */
  xml: string;
  persistent: boolean;
  autostart: boolean;
}

/** A pool or a network, which is known by its UUID, as steps stop and undefine it. */
export interface Switchable {
  /** "pool disks" */
  readonly title: string;
  host(): Pick<ManagedHost, "run">;
  /** Does work on its host; whoever looks at it sees what came of that. */
  on<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** null where libvirt does not know it any more. */
  find(connection: Connection): Promise<Handle | null>;
  /** False of one that is gone. */
  isOn(connection: Connection): Promise<boolean>;
  start(connection: Connection, handle: Handle): Promise<unknown>;
  stop(connection: Connection, handle: Handle): Promise<unknown>;
  definition(connection: Connection, handle: Handle): Promise<Definition>;
  undefine(connection: Connection, handle: Handle): Promise<unknown>;
  define(connection: Connection, xml: string): Promise<Handle>;
  /** Starts one that is gone once it is stopped. */
  startTransient(connection: Connection, xml: string): Promise<unknown>;
  enableAutostart(connection: Connection, handle: Handle): Promise<unknown>;
}

/** Rejects where something stands against what a step is about to do. */
export type Refusal = (connection: Connection) => Promise<void>;
