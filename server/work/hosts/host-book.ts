import { asc, eq } from "drizzle-orm";
import type { Logger } from "pino";
import type { Database } from "../../database/open-database";
import { managedHosts } from "../../database/tables/hosts";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { absentHost } from "../../host/absent-host";
import { accessOf, reachHost } from "../../host/route/host-access";
import { pinnedKeysSchema } from "../../host/route/host-key.schema";
import { type HostRoute, hostRouteSchema } from "../../host/route/host-route.schema";
import { fingerprintOf } from "../../host/route/key-fingerprint";
import type { ReachedHost } from "../../host/route/reached-host";
import { placesOf, routeWords } from "../../host/route/route-places.schema";
import type { CredentialKey, HostCredential } from "./credential-key";
import type { AddHost, ChangeHost, CheckHost, ManagedHostView } from "./host-request.schema";

interface HostBookParts {
  /** Whether this is the demonstration, which reaches no real machine. */
  demo: boolean;
  database: Database;
  fleet: Fleet;
  key: CredentialKey;
  log: Logger;
}

type Row = typeof managedHosts.$inferSelect;

/** The hosts that were added: kept in the database, and in the fleet for as long as they are. */
export class HostBook {
  readonly #parts: HostBookParts;
  readonly #opened = new Map<string, ReachedHost>();
  readonly #watchers = new Set<() => void>();

  constructor(parts: HostBookParts) {
    this.#parts = parts;
  }

  /** Has all of them managed. One whose credential can't be read is there, and says so. */
  open(): void {
    if (this.#parts.demo) return;
    for (const row of this.#rows()) this.#manage(row);
  }

  list(): ManagedHostView[] {
    return this.#rows().map((row) => this.#view(row));
  }

  /** Whether a host is one of these. */
  has(hostId: string): boolean {
    return this.#rows().some(({ id }) => id === hostId);
  }

  /** Sends all of them to `listener`, now and after each change, until the returned function is called. */
  watch(listener: (hosts: ManagedHostView[]) => void): () => void {
    const tell = () => listener(this.list());
    this.#watchers.add(tell);
    tell();
    return () => this.#watchers.delete(tell);
  }

  /** @throws AppError "conflict" where a host has the name already. */
  add({ name, route, uri, pins, credential }: AddHost, by: string): void {
    this.#refuseInDemo();
    const { fleet, key, database } = this.#parts;
    if (fleet.hostSummaries().some(({ id }) => id === name))
      throw new AppError("conflict", {
        userMessage: `A host is called “${name}” already. Choose another name.`,
      });
    const row: Row = {
      id: name,
      route,
      uri,
      pins,
      credential: key.seal(credential, name),
      signsInBy: credential.kind,
      addedAt: Date.now(),
      addedBy: by,
    };
    database.query.insert(managedHosts).values(row).run();
    this.#manage(row);
    this.#tell();
  }

  /** Reaches a host another way from now on. @throws AppError "not-found" where it isn't one of these. */
  async change(input: ChangeHost): Promise<void> {
    const { hostId, route, uri, pins } = input;
    const { key, database } = this.#parts;
    const given = this.credentialFor(input);
    const credential = key.seal(given, hostId);
    database.query
      .update(managedHosts)
      .set({ route, uri, pins, credential, signsInBy: given.kind })
      .where(eq(managedHosts.id, hostId))
      .run();
    await this.#leave(hostId);
    this.#manage(this.#row(hostId));
    this.#tell();
  }

  /** Manages a host no more. What runs there goes on; what is known of its VMs is kept for when it comes back by its name. */
  async remove(hostId: string): Promise<void> {
    this.#row(hostId);
    this.#parts.database.query.delete(managedHosts).where(eq(managedHosts.id, hostId)).run();
    await this.#leave(hostId);
    this.#tell();
  }

  /**
   * What a check or a change signs in by. A kept secret goes to no other place than the one that it was given for.
   * @throws AppError "not-found", "bad-input", "conflict" in the demo
   */
  credentialFor({
    hostId,
    route,
    credential,
  }: Pick<CheckHost, "hostId" | "route" | "credential">): HostCredential {
    this.#refuseInDemo();
    if (credential.kind !== "kept") return credential;
    const row = this.#row(hostId ?? "");
    if (!isSamePlace(hostRouteSchema.parse(row.route), route))
      throw new AppError("bad-input", {
        userMessage: `The address is another one. Give the password or key for ${routeWords(route)} anew.`,
      });
    return this.#parts.key.unseal(row.credential, row.id);
  }

  async close(): Promise<void> {
    const all = [...this.#opened.values()].map(async ({ host, close }) => {
      await this.#parts.fleet.host(host.id).stop();
      await close();
    });
    await Promise.all(all);
  }

  #refuseInDemo(): void {
    if (!this.#parts.demo) return;
    throw new AppError("conflict", { userMessage: "The demo reaches no other hosts." });
  }

  #manage(row: Row): void {
    const { fleet, key, log } = this.#parts;
    try {
      const access = accessOf({
        route: hostRouteSchema.parse(row.route),
        pins: pinnedKeysSchema.parse(row.pins),
        credential: key.unseal(row.credential, row.id),
      });
      const made = reachHost(row.id, row.uri, access);
      this.#opened.set(row.id, made);
      fleet.add(made.host);
    } catch (error) {
      log.error({ host: row.id, err: error }, "a host can't be managed");
      fleet.add(absentHost(row.id, wordsOf(error)));
    }
  }

  async #leave(hostId: string): Promise<void> {
    const opened = this.#opened.get(hostId);
    this.#opened.delete(hostId);
    await this.#parts.fleet.remove(hostId);
    await opened?.close();
  }

  #rows(): Row[] {
    return this.#parts.database.query.select().from(managedHosts).orderBy(asc(managedHosts.id)).all();
  }

  #row(hostId: string): Row {
    const row = this.#rows().find(({ id }) => id === hostId);
    if (row === undefined)
      throw new AppError("not-found", { userMessage: `There is no host “${hostId}” that was added.` });
    return row;
  }

  #view({ id, route: kept, uri, pins, signsInBy, addedAt, addedBy }: Row): ManagedHostView {
    const route = hostRouteSchema.parse(kept);
    const places = placesOf(route);
    const keys = pinnedKeysSchema.parse(pins).flatMap((key, index) => {
      const hop = places[index];
      return hop ? { hop, ...key, fingerprint: fingerprintOf(key) } : [];
    });
    return { hostId: id, route, uri, keys, signsInBy, addedAt, addedBy };
  }

  #tell(): void {
    for (const tell of this.#watchers) tell();
  }
}

/** Whether what is signed in to one by may be sent to the other as well. */
function isSamePlace(one: HostRoute, other: HostRoute): boolean {
  return (
    one.transport === other.transport &&
    one.target.host === other.target.host &&
    one.target.port === other.target.port
  );
}

function wordsOf(error: unknown): string {
  return error instanceof AppError ? error.userMessage : "What is kept of this host can’t be read.";
}
