import type { Access } from "../access/access";
import type { Accounts } from "../access/accounts";
import type { AskedGuests } from "../access/asked-guests";
import type { AuditSink } from "../access/audit";
import type { AuditStore } from "../access/audit-trail/audit-store";
import type { ConsoleLinks } from "../access/console-links";
import type { SecondFactors } from "../access/factors/second-factors";
import type { FormatsChoices } from "../access/formats/formats-choices";
import type { Grants } from "../access/grants";
import type { Groups } from "../access/groups";
import type { ApiKeys } from "../access/keys/api-keys";
import type { People } from "../access/people";
import type { Quotas } from "../access/quotas";
import type { Shares } from "../access/shares";
import type { SingleSignOn } from "../access/single-sign-on/single-sign-on";
import type { SavedViews } from "../access/views/saved-views";
import type { WatchableVms } from "../access/watchable-vms";
import type { Consoles } from "../console/consoles";
import type { GraphicalConsoles } from "../console/graphical/graphical-consoles";
import type { ConsolePeople } from "../console/people/console-people";
import type { IdempotentAnswers } from "../database/idempotent-answers";
import type { Fleet } from "../fleet/fleet";
import type { Jobs } from "../job/jobs";
import type { Notifications } from "../notify/notifications";
import type { HostBindings } from "./binding/host-bindings";
import type { Bookings } from "./booking/bookings";
import type { HostBridges } from "./bridge/host-bridges";
import type { ImageCatalogue } from "./catalogue/image-catalogue";
import type { Clusters } from "./cluster/clusters";
import type { ConsoleGuests } from "./console/console-guests";
import type { KeptAnswers } from "./create/kept-answers";
import type { DefinitionHistory } from "./definition/definition-history";
import type { GuestGpuWatch } from "./guest-gpu/guest-gpu-watch";
import type { HostBook } from "./hosts/host-book";
import type { HostMaintenance } from "./maintenance/host-maintenance";
import type { Moves } from "./move/moves";
import type { NamedDevices } from "./named/named-devices";
import type { HostPreparations } from "./prepare/host-preparations";
import type { PresetStore } from "./preset/preset-store";
import type { QuotaBook } from "./quota/quota-book";
import type { StorageRoom } from "./storage/storage-room";
import type { UsbPorts } from "./usb/usb-ports";
import type { FailedStarts } from "./vm/failed-starts";

/** The rooms that acts reach, put together once by the composition root. */
export interface Services {
  about: About;
  fleet: Fleet;
  hosts: HostBook;
  maintenance: HostMaintenance;
  clusters: Clusters;
  access: Access;
  accounts: Accounts;
  formats: FormatsChoices;
  views: SavedViews;
  keys: ApiKeys;
  people: People;
  groups: Groups;
  shares: Shares;
  factors: SecondFactors;
  singleSignOn: SingleSignOn;
  quotas: Quotas;
  grants: Grants;
  quotaBook: QuotaBook;
  consoles: Consoles;
  graphicalConsoles: GraphicalConsoles;
  consolePeople: ConsolePeople;
  watchableVms: WatchableVms;
  askedGuests: AskedGuests;
  guestGpus: GuestGpuWatch;
  consoleLinks: ConsoleLinks;
  consoleGuests: ConsoleGuests;
  bindings: HostBindings;
  jobs: Jobs;
  preparations: HostPreparations;
  bridges: HostBridges;
  storage: StorageRoom;
  failedStarts: FailedStarts;
  moves: Moves;
  definitions: DefinitionHistory;
  presets: PresetStore;
  idempotentAnswers: IdempotentAnswers;
  catalogue: ImageCatalogue;
  answers: KeptAnswers;
  usbPorts: UsbPorts;
  notifications: Notifications;
  named: NamedDevices;
  bookings: Bookings;
  audit: AuditSink;
  auditStore: AuditStore;
}

/** What this installation is. */
export interface About {
  /** Passdeck's version. */
  version: string;
  /** Everything shown is made up. */
  demo: boolean;
}
