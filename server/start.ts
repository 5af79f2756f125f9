import { dirname, join } from "node:path";
import type { Logger } from "pino";
import { Access } from "./access/access";
import { AccessChanges } from "./access/access-changes";
import { Accounts } from "./access/accounts";
import { AskedGuests } from "./access/asked-guests";
import { auditLog, auditTo } from "./access/audit";
import { AuditStore } from "./access/audit-trail/audit-store";
import { copiesOf } from "./access/audit-trail/copies/copies";
import { ConsoleLinks } from "./access/console-links";
import { FactorKey } from "./access/factors/factor-key";
import { SecondFactors } from "./access/factors/second-factors";
import { Grants } from "./access/grants";
import { Groups } from "./access/groups";
import { ApiKeys } from "./access/keys/api-keys";
import { Passwords } from "./access/passwords";
import { People } from "./access/people";
import { PersonSight } from "./access/person-sight";
import { Quotas } from "./access/quotas";
import { Shares } from "./access/shares";
import { DirectoryUsers } from "./access/single-sign-on/directory-users";
import { SingleSignOn } from "./access/single-sign-on/single-sign-on";
import { WatchableVms } from "./access/watchable-vms";
import { seenJob } from "./api/veil";
import { Consoles } from "./console/consoles";
import { fleetConsoleSource } from "./console/fleet-source";
import { fleetGraphics } from "./console/graphical/fleet-graphics";
import { GraphicalConsoles } from "./console/graphical/graphical-consoles";
import { ConsolePeople } from "./console/people/console-people";
import { DefinitionVersions } from "./database/definition-versions";
import { IdempotentAnswers } from "./database/idempotent-answers";
import { openDatabase } from "./database/open-database";
import { Fleet } from "./fleet/fleet";
import { productFile } from "./host/product-file";
import { productVersion } from "./host/product-version";
import { type ConfiguredHosts, configureHosts } from "./hosts";
import { openNextPages, type Pages } from "./http/pages";
import { StaticFiles } from "./http/static-files";
import { openWebServer } from "./http/web-server";
import { Jobs } from "./job/jobs";
import { ChannelKey } from "./notify/channel-secrets";
import { Notifications } from "./notify/notifications";
import { mayNotify } from "./notify/send/address";
import { followEvents } from "./notify/sources/follow-events";
import type { Settings } from "./settings";
import { auditJobs } from "./work/audit/audit-jobs";
import { consoleNotes } from "./work/audit/console-notes";
import { nameOfObject } from "./work/audit/object-names";
import { HostBindings } from "./work/binding/host-bindings";
import { BookingClock } from "./work/booking/booking-clock";
import { Bookings } from "./work/booking/bookings";
import { startAs } from "./work/booking/start-as";
import { HostBridges } from "./work/bridge/host-bridges";
import { settleTrials } from "./work/bridge/settle-trial";
import { ImageCatalogue } from "./work/catalogue/image-catalogue";
import { ConsoleGuests } from "./work/console/console-guests";
import { consoleViewer } from "./work/console/console-viewer";
import { guestDoor } from "./work/console/guest-door";
import { followInstallations } from "./work/create/follow-installations";
import { KeptAnswers } from "./work/create/kept-answers";
import { DefinitionHistory } from "./work/definition/definition-history";
import { GuestGpuWatch } from "./work/guest-gpu/guest-gpu-watch";
import { currentHostReports, shownHostReports } from "./work/host-report/current-host-report";
import { jobKinds } from "./work/job-kinds";
import { NamedDevices } from "./work/named/named-devices";
import { HostPreparations } from "./work/prepare/host-preparations";
import { neededDevices } from "./work/prepare/needed-devices";
import { settleBoot } from "./work/prepare/settle";
import { PresetStore } from "./work/preset/preset-store";
import { lookOf } from "./work/quota/demand";
import { QuotaBook } from "./work/quota/quota-book";
import type { Services } from "./work/services";
import { StorageRoom } from "./work/storage/storage-room";
import { UsbPorts } from "./work/usb/usb-ports";

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

/** How long calls under way may take to end when the server stops. */
const graceMs = 10_000;
const hourMs = 3_600_000;
/** How often it is looked whether a command, such as `passdeck user disable`, has written to the database. */
const lookMs = 500;

/** Where nobody sits at a browser, verdicts are as for who asks from the machine itself. */
const atTheMachine = { localAddress: "127.0.0.1", remoteAddress: "127.0.0.1" };

/** Opens all rooms, the lower ones first, and the door last. Throws an AppError where one can't be opened. */
export async function start(settings: Settings, log: Logger, parts: StartParts = {}): Promise<RunningServer> {
  const closers: (() => unknown)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    return await open(settings, log, parts, { closers, closeAll });
  } catch (error) {
    await closeAll();
    throw error;
  }
}

interface Closing {
  /** What has to be closed, in the order in which it was opened. */
  closers: (() => unknown)[];
  closeAll(): Promise<void>;
}

async function open(
  settings: Settings,
  log: Logger,
  parts: StartParts,
  { closers, closeAll }: Closing,
): Promise<RunningServer> {
  const root = dirname(productFile("package.json"));
  const version = productVersion();

  const database = openDatabase({
    folder: settings.dataFolder,
    migrations: join(root, "server/database/migrations"),
  });
  closers.push(() => database.close());
  const changes = new AccessChanges();
  const room = {
    database,
    changes,
    passwords: new Passwords(),
    log: log.child({ room: "access" }),
    now: parts.now ?? Date.now,
  };
  const factors = new SecondFactors(room, new FactorKey(settings.dataFolder));
  const { ldap, roles } = settings.signIn;
  const directory = ldap && new DirectoryUsers(room, ldap, roles);
  const access = new Access({
    ...room,
    directory,
    dataFolder: settings.dataFolder,
    factors,
    reauthenticationMinutes: settings.reauthenticationMinutes,
  });

  const sight = new PersonSight(room);
  const consoleLinks = new ConsoleLinks({ ...room, sight });
  const removal = setInterval(() => {
    access.removeDead();
    consoleLinks.removeDead();
  }, hourMs).unref();
  closers.push(() => clearInterval(removal));

  const hosts = await (parts.configureHosts ?? configureHosts)(settings);
  closers.push(() => hosts.close());
  const fleet = new Fleet(hosts.hosts, log.child({ room: "fleet" }));
  fleet.start();
  closers.push(() => fleet.stop());
  const definitions = new DefinitionHistory(
    fleet,
    new DefinitionVersions(database),
    log.child({ room: "definition" }),
  );
  closers.push(definitions.follow());
  const usbPorts = new UsbPorts({ fleet, definitions, log: log.child({ room: "usb" }) });
  closers.push(usbPorts.follow());

  const pages = await (parts.openPages ?? openNextPages)(root);
  closers.push(() => pages.close());

  const auditStore = new AuditStore({
    database,
    nameOf: (object) => nameOfObject({ fleet, jobs }, object),
    keptDays: settings.audit.keptDays,
    // Nothing of the demo goes to other places.
    copies: settings.demo ? [] : copiesOf(settings.audit),
    log: log.child({ room: "audit" }),
  });
  closers.push(() => auditStore.close());
  const commands = setInterval(() => {
    if (!database.changedElsewhere()) return;
    changes.tell(null);
    auditStore.sendNew();
  }, lookMs).unref();
  closers.push(() => clearInterval(commands));
  const audit = auditTo(auditLog(log.child({ room: "audit" })), auditStore);
  const notes = consoleNotes(log.child({ room: "console" }), audit);
  const consolePeople = new ConsolePeople();
  const watchableVms = new WatchableVms(room);
  const askedGuests = new AskedGuests(room);
  closers.push(changes.listen(() => consolePeople.recheck()));
  const consoles = new Consoles({ source: fleetConsoleSource(fleet), people: consolePeople, log: notes });
  const graphicalConsoles = new GraphicalConsoles({
    source: fleetGraphics(fleet),
    people: consolePeople,
    log: notes,
  });
  const consoleGuests = new ConsoleGuests({
    links: consoleLinks,
    consoles,
    graphicalConsoles,
    people: consolePeople,
    audit,
  });
  const bindings = new HostBindings({ fleet, database });
  const preparations = new HostPreparations({ fleet, database, dataFolder: settings.dataFolder });
  const { dataFolder, networkTrialSeconds: trialSeconds } = settings;
  const bridges = new HostBridges({ fleet, database, dataFolder, trialSeconds });
  const storage = new StorageRoom(fleet, log.child({ room: "storage" }));
  closers.push(() => storage.uploads.stop());
  const { downloads } = hosts;
  const answers = new KeptAnswers();
  const shares = new Shares(room);
  const jobs = new Jobs({
    database,
    kinds: jobKinds({
      fleet,
      definitions,
      storage,
      bindings,
      preparations,
      bridges,
      answers,
      shares,
      web: downloads.web,
    }),
    log: log.child({ room: "job" }),
  });
  const quotas = new Quotas(room);
  const notifications = new Notifications({
    database,
    key: new ChannelKey(settings.dataFolder),
    whoIs: (userId) => sight.whoIs(userId),
    seenJob: (who, jobId) => {
      const job = jobs.find(jobId);
      return job && seenJob(who, fleet, job);
    },
    linkTo: (page) => settings.publicUrl && `${settings.publicUrl}${page}`,
    // Nothing of the demo goes to other places.
    ways: settings.demo ? null : { mayAsk: mayNotify },
    log: log.child({ room: "notify" }),
  });
  closers.push(() => notifications.stop());
  const about = { version, demo: settings.demo };
  const services: Services = {
    about,
    access,
    accounts: new Accounts(room, directory),
    keys: new ApiKeys(room),
    people: new People(room),
    groups: new Groups(room),
    shares,
    factors,
    singleSignOn: new SingleSignOn(room, { access, directory, ...settings.signIn }),
    quotas,
    grants: new Grants(room),
    quotaBook: new QuotaBook({ vms: lookOf(fleet), shares, quotas, jobs }),
    fleet,
    consoles,
    graphicalConsoles,
    consolePeople,
    watchableVms,
    askedGuests,
    guestGpus: new GuestGpuWatch({ fleet, asked: askedGuests, changes }),
    consoleLinks,
    consoleGuests,
    bindings,
    preparations,
    bridges,
    jobs,
    storage,
    definitions,
    presets: new PresetStore(database),
    idempotentAnswers: new IdempotentAnswers(database),
    answers,
    usbPorts,
    named: new NamedDevices(database),
    bookings: new Bookings({ database, now: room.now }),
    catalogue: new ImageCatalogue(downloads),
    audit,
    auditStore,
    notifications,
  };
  closers.push(auditJobs(jobs, audit));
  closers.push(
    followEvents({ database, changes, fleet, jobs, notifications, log: log.child({ room: "notify" }) }),
  );
  const web = await openWebServer({
    settings,
    services,
    pages,
    files: new StaticFiles(root),
    log: log.child({ room: "http" }),
    routes: {
      "/ws/console": {
        takesTicket: true,
        accept: (socket, { session, remoteAddress }) =>
          consoles.accept(socket, consoleViewer(session, remoteAddress, watchableVms)),
      },
      "/ws/graphical": {
        takesTicket: true,
        accept: (socket, { session, remoteAddress }) =>
          graphicalConsoles.accept(socket, consoleViewer(session, remoteAddress, watchableVms)),
      },
    },
    guests: guestDoor({ consoleLinks, consoleGuests, consoles, graphicalConsoles }),
  });
  closers.push(
    () => Promise.all([web.stop(graceMs), jobs.stop()]),
    () => consoles.close(),
    () => graphicalConsoles.close(),
  );

  const bookingClock = new BookingClock({
    ...services,
    changes,
    whoIs: (userId) => sight.whoIs(userId),
    readReport: shownHostReports(fleet, atTheMachine),
    startVm: (who, vm) => startAs(services, who, vm),
    log: log.child({ room: "booking" }),
  });
  closers.push(bookingClock.follow());

  settleTrials(jobs, log.child({ room: "bridge" }));
  const readReport = currentHostReports(fleet, atTheMachine);
  const settle = (hostId: string) =>
    settleBoot(
      {
        preparations,
        jobs,
        log: log.child({ room: "prepare" }),
        needed: async (id) => neededDevices(await readReport(id)),
      },
      hostId,
    );
  const settling = hosts.hosts.map(({ id }) => settle(id));
  closers.push(() => Promise.all(settling));
  hosts.onStart?.((hostId) => settling.push(settle(hostId)));

  closers.push(followInstallations({ fleet, jobs, log: log.child({ room: "create" }) }));

  const { urls } = web;
  const firstAdministratorLink = access.offerFirstAdministrator((token) => `${urls[0]}/setup#token=${token}`);
  let stopped: Promise<void> | undefined;
  return { urls, firstAdministratorLink, version, stop: () => (stopped ??= closeAll()) };
}
