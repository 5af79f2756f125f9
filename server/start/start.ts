import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Logger } from "pino";
import * as z from "zod";
import { Accounts } from "../access/accounts";
import { AskedGuests } from "../access/asked-guests";
import { FormatsChoices } from "../access/formats/formats-choices";
import { Grants } from "../access/grants";
import { Groups } from "../access/groups";
import { ApiKeys } from "../access/keys/api-keys";
import { People } from "../access/people";
import { Quotas } from "../access/quotas";
import { newSecret } from "../access/secrets";
import { SingleSignOn } from "../access/single-sign-on/single-sign-on";
import { SavedViews } from "../access/views/saved-views";
import { IdempotentAnswers } from "../database/idempotent-answers";
import { openDatabase } from "../database/open-database";
import { productFile } from "../host/product-file";
import { type ConfiguredHosts, configureHosts } from "../hosts";
import { openNextPages, type Pages } from "../http/pages";
import { followEvents } from "../notify/sources/follow-events";
import type { Settings } from "../settings";
import { publishActive } from "../standby/active-process";
import { auditJobs } from "../work/audit/audit-jobs";
import { nameOfObject } from "../work/audit/object-names";
import { Bookings } from "../work/booking/bookings";
import { ImageCatalogue } from "../work/catalogue/image-catalogue";
import { GuestGpuWatch } from "../work/guest-gpu/guest-gpu-watch";
import { NamedDevices } from "../work/named/named-devices";
import { PresetStore } from "../work/preset/preset-store";
import { lookOf } from "../work/quota/demand";
import { QuotaBook } from "../work/quota/quota-book";
import type { Services } from "../work/services";
import { FailedStarts } from "../work/vm/failed-starts";
import { followHosts } from "./follow-hosts";
import { openAccess } from "./open-access";
import { openAudit } from "./open-audit";
import { openConsoles } from "./open-consoles";
import { openDoor } from "./open-door";
import { openFleet } from "./open-fleet";
import { openHostBook } from "./open-host-book";
import { openNotifications } from "./open-notifications";
import { openWork } from "./open-work";
import type { Opening } from "./opening";

export interface RunningServer {
  /** Where browsers find it, the best address first. */
  urls: [string, ...string[]];
  /** The link that makes the first administrator; null where there is one. */
  firstAdministratorLink: string | null;
  version: string;
  /** Tells everybody, waits for changes under way, and closes everything. */
  stop(): Promise<void>;
}

/** Stands in for parts that a test does without. */
export interface StartParts {
  openPages?: (root: string) => Promise<Pages>;
  configureHosts?: (settings: Settings) => Promise<ConfiguredHosts>;
  /** What sessions and second factors take for the time, Unix milliseconds. */
  now?: () => number;
}

/** Opens all rooms, the lower ones first, and the door last. Throws an AppError where one can't be opened. */
export async function start(settings: Settings, log: Logger, parts: StartParts = {}): Promise<RunningServer> {
  const closers: (() => unknown)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const opened = await open({ settings, log, closers, now: parts.now ?? Date.now }, parts);
    let stopped: Promise<void> | undefined;
    return { ...opened, stop: () => (stopped ??= closeAll()) };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function open(opening: Opening, parts: StartParts): Promise<Omit<RunningServer, "stop">> {
  const { settings, log, closers, now } = opening;
  const root = dirname(productFile("package.json"));
  const version = readVersion(root);
  const database = openDatabase({
    folder: settings.dataFolder,
    migrations: join(root, "server/database/migrations"),
    postgres: settings.database,
  });
  closers.push(() => database.close());
  const accessRooms = openAccess(opening, database);
  const { room, factors, directory, access, consoleLinks } = accessRooms;
  const hosts = await (parts.configureHosts ?? configureHosts)(settings);
  closers.push(() => hosts.close());
  const followed = openFleet(opening, database, hosts);
  const { fleet, maintenance, clusters, definitions, usbPorts } = followed;
  const hostBook = openHostBook(opening, database, fleet);
  const pages = await (parts.openPages ?? openNextPages)(root);
  closers.push(() => pages.close());
  const { auditStore, audit } = openAudit(opening, accessRooms, (object) =>
    nameOfObject({ fleet, jobs: work.jobs }, object),
  );
  const consoleRooms = openConsoles(opening, accessRooms, { fleet, audit });
  const work = openWork(opening, accessRooms, followed, hosts);
  const { jobs, shares } = work;
  const notifications = openNotifications(opening, accessRooms, { fleet, jobs });
  const quotas = new Quotas(room);
  const askedGuests = new AskedGuests(room);
  const { changes } = room;
  const services: Services = {
    about: { version, demo: settings.demo },
    access,
    accounts: new Accounts(room, directory),
    formats: new FormatsChoices(database),
    views: new SavedViews(database),
    keys: new ApiKeys(room),
    people: new People(room),
    groups: new Groups(room),
    factors,
    singleSignOn: new SingleSignOn(room, { access, directory, ...settings.signIn }),
    quotas,
    grants: new Grants(room),
    quotaBook: new QuotaBook({ vms: lookOf(fleet), shares, quotas, jobs }),
    fleet,
    hosts: hostBook,
    maintenance,
    clusters,
    failedStarts: new FailedStarts({ database, fleet, log: log.child({ room: "starts" }) }),
    definitions,
    usbPorts,
    ...consoleRooms,
    consoleLinks,
    askedGuests,
    guestGpus: new GuestGpuWatch({ fleet, asked: askedGuests, changes }),
    ...work,
    presets: new PresetStore(database),
    idempotentAnswers: new IdempotentAnswers(database),
    named: new NamedDevices(database),
    bookings: new Bookings({ database, now }),
    catalogue: new ImageCatalogue(hosts.downloads),
    audit,
    auditStore,
    notifications,
  };
  closers.push(auditJobs(jobs, audit));
  closers.push(
    followEvents({ database, changes, fleet, jobs, notifications, log: log.child({ room: "notify" }) }),
  );
  const standbySecret = settings.database === null ? null : newSecret();
  const { urls, certificate } = await openDoor(opening, services, pages, root, standbySecret);
  if (standbySecret !== null) publishActive(database, { url: urls[0], certificate, secret: standbySecret });
  followHosts(opening, services, accessRooms, hosts);
  const firstAdministratorLink = access.offerFirstAdministrator((token) => `${urls[0]}/setup#token=${token}`);
  return { urls, firstAdministratorLink, version };
}

function readVersion(root: string): string {
  const text = readFileSync(join(root, "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
