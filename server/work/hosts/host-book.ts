import { asc, eq } from "drizzle-orm";
import type { Logger } from "pino";
import type { Database } from "../../database/open-database";
import { managedHosts } from "../../database/tables/hosts";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { absentHost } from "../../host/absent-host";
import type { GivenHost } from "../../host/route/given-host";
import { accessByFingerprint, accessOf, reachHost } from "../../host/route/host-access";
import { pinnedKeysSchema } from "../../host/route/host-key.schema";
import { type HostRoute, hostRouteSchema } from "../../host/route/host-route.schema";
import type { ReachedHost } from "../../host/route/reached-host";
import { routeWords } from "../../host/route/route-places.schema";
import type { CredentialKey, HostCredential } from "./credential-key";
import type { AddHost, ChangeHost, CheckHost, ManagedHostView } from "./host-request.schema";
import { type HostRow, viewOfGiven, viewOfRow } from "./host-views";

interface HostBookParts {
  /** Whether this is the demonstration, which reaches no real machine. */
  demo: boolean;
  database: Database;
  fleet: Fleet;
  key: CredentialKey;
  log: Logger;
  /** Those of the settings. One that was added by the same name is left alone as long as they name it. */
  given: readonly GivenHost[];
}

/** The hosts beside Passdeck’s own machine: those of the settings, and those that were added, which the database keeps. */
export class HostBook {
  readonly #parts: HostBookParts;
  readonly #opened = new Map<string, ReachedHost>();
  readonly #watchers = new Set<() => void>();

  constructor(parts: HostBookParts) {
    this.#parts = parts;
  }

  /** Has all of them managed. One whose credential can't be read is there, and says so. */
  open(): void {
    const { demo, given, fleet, log } = this.#parts;
    if (demo) return;
    for (const host of given) {
      const made = reachHost(host.name, host.uri, accessByFingerprint(host, host.expectedKey));
      this.#opened.set(host.name, made);
      fleet.add(made.host);
    }
    for (const { id } of this.#allRows().filter((row) => this.#isGiven(row.id)))
      log.warn({ host: id }, "a host that was added is called as one of the settings, and not managed");
    for (const row of this.#rows()) this.#manage(row);
  }

  list(): ManagedHostView[] {
    const { demo, given } = this.#parts;
    return [...(demo ? [] : given.map(viewOfGiven)), ...this.#rows().map(viewOfRow)];
  }

  /** Whether a host is one of these. */
  has(hostId: string): boolean {
    return this.list().some((view) => view.hostId === hostId);
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
    const row: HostRow = {
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
    this.#row(hostId);
    const signsInBy = this.credentialFor(input);
    const credential = key.seal(signsInBy, hostId);
    database.query
      .update(managedHosts)
      .set({ route, uri, pins, credential, signsInBy: signsInBy.kind })
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

  #manage(row: HostRow): void {
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

  #isGiven(hostId: string): boolean {
    return this.#parts.given.some(({ name }) => name === hostId);
  }

  #rows(): HostRow[] {
    return this.#allRows().filter(({ id }) => !this.#isGiven(id));
  }

  #allRows(): HostRow[] {
    return this.#parts.database.query.select().from(managedHosts).orderBy(asc(managedHosts.id)).all();
  }

  #row(hostId: string): HostRow {
    if (this.#isGiven(hostId))
      throw new AppError("conflict", {
        userMessage: `${hostId} is set by PASSDECK_HOSTS. Change it there, and start Passdeck again.`,
      });
    const row = this.#rows().find(({ id }) => id === hostId);
    if (row === undefined)
      throw new AppError("not-found", { userMessage: `There is no host “${hostId}” that was added.` });
    return row;
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
