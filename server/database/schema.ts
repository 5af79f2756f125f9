import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { outcomes } from "./audit-outcome.schema";

/** Times are Unix milliseconds. */
export const users = sqliteTable(
  "users",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    /** Argon2id in the PHC form, with its parameters and salt; what begins with "!" stands for no password. */
    passwordHash: text("password_hash").notNull(),
    level: text("level", { enum: ["member", "viewer", "operator", "admin"] }).notNull(),
    createdAt: integer("created_at").notNull(),
    disabledAt: integer("disabled_at"),
    /** When one of their sessions was used last; null before their first. */
    lastSeenAt: integer("last_seen_at"),
    /** Wrong tries to sign in before then count no more; null where they were never forgiven. */
    unlockedAt: integer("unlocked_at"),
  },
  // Two names that differ in case alone would be taken for one another.
  (table) => [uniqueIndex("users_name").on(sql`lower(${table.name})`)],
);

export const sessions = sqliteTable(
  "sessions",
  {
    /** SHA-256 of what the cookie holds, in hexadecimal: a copy of the database signs nobody in. */
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: integer("created_at").notNull(),
    lastUsedAt: integer("last_used_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    /** Where it was begun; null of one from before this was kept. */
    address: text("address"),
    userAgent: text("user_agent"),
    /** When its user showed last that it is them; 0 of one from before this was kept. */
    authenticatedAt: integer("authenticated_at").notNull().default(0),
  },
  (table) => [index("sessions_user").on(table.userId), index("sessions_expires").on(table.expiresAt)],
);

/** Whom a provider of identities knows a user as: by its name and its own, never by an e-mail address. One at most for each. */
export const identities = sqliteTable(
  "identities",
  {
    userId: text("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** OpenID Connect's issuer, or "ldap:" and the base of the directory. */
    issuer: text("issuer").notNull(),
    /** What the provider calls them for good: "sub", or an entry's UUID. */
    subject: text("subject").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [uniqueIndex("identities_subject").on(table.issuer, table.subject)],
);

/** One-time links by which people choose their password: one at most for each. */
export const joinLinks = sqliteTable(
  "join_links",
  {
    userId: text("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of what stands in the link, in hexadecimal. */
    tokenHash: text("token_hash").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (table) => [uniqueIndex("join_links_token").on(table.tokenHash)],
);

/** Keys by which programs act for a user. They go when they are revoked, and with their user. */
export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Its own among its user's, whatever the case: the audit names keys by it. */
    name: text("name").notNull(),
    /** SHA-256 of the key, in hexadecimal: a copy of the database lets nobody in. */
    hash: text("hash").notNull(),
    /** More than this it may not, whatever its user may. */
    level: text("level", { enum: ["member", "viewer", "operator", "admin"] }).notNull(),
    /** The VMs that it is for, as {hostId, vmId}; null: all that its user may see. */
    vms: text("vms", { mode: "json" }).$type<unknown>(),
    /** What it may do, as "vm.act" or "vm.*"; null: all that its level may. */
    acts: text("acts", { mode: "json" }).$type<unknown>(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    /** To within a minute; null before its first use. */
    lastUsedAt: integer("last_used_at"),
    lastUsedAddress: text("last_used_address"),
  },
  (table) => [
    uniqueIndex("api_keys_hash").on(table.hash),
    uniqueIndex("api_keys_name").on(table.userId, sql`lower(${table.name})`),
  ],
);

/** Users with whom VMs are shared together. */
export const groups = sqliteTable(
  "groups",
  { id: text("id").primaryKey(), name: text("name").notNull(), createdAt: integer("created_at").notNull() },
  (table) => [uniqueIndex("groups_name").on(sql`lower(${table.name})`)],
);

export const groupMembers = sqliteTable(
  "group_members",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.userId] }),
    index("group_members_user").on(table.userId),
  ],
);

/** A VM that is shared: which, by its host and libvirt's UUID in lower case, and what those whom it is shared with are to it. */
const share = () => ({
  hostId: text("host_id").notNull(),
  vmId: text("vm_id").notNull(),
  level: text("level", { enum: ["viewer", "operator", "owner"] }).notNull(),
});

export const userShares = sqliteTable(
  "user_shares",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    ...share(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.hostId, table.vmId] }),
    index("user_shares_vm").on(table.hostId, table.vmId),
  ],
);

export const groupShares = sqliteTable(
  "group_shares",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    ...share(),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.hostId, table.vmId] }),
    index("group_shares_vm").on(table.hostId, table.vmId),
  ],
);

/** VMs whose consoles viewers may watch, whether they are viewers by their role or by a share. */
export const watchableVms = sqliteTable(
  "watchable_vms",
  { hostId: text("host_id").notNull(), vmId: text("vm_id").notNull() },
  (table) => [primaryKey({ columns: [table.hostId, table.vmId] })],
);

/** VMs whose guests may be asked for their GPUs. */
export const askedGuests = sqliteTable(
  "asked_guests",
  { hostId: text("host_id").notNull(), vmId: text("vm_id").notNull() },
  (table) => [primaryKey({ columns: [table.hostId, table.vmId] })],
);

/** Links that open one console for who has no account. They go with their maker, and with their VM where Passdeck deletes it. */
export const consoleLinks = sqliteTable(
  "console_links",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of what stands in the link, in hexadecimal: a copy of the database opens nothing. */
    tokenHash: text("token_hash").notNull(),
    hostId: text("host_id").notNull(),
    vmId: text("vm_id").notNull(),
    kind: text("kind", { enum: ["serial", "graphical"] }).notNull(),
    readOnly: integer("read_only", { mode: "boolean" }).notNull(),
    /** Whom it is for, in its maker's words. */
    label: text("label"),
    makerId: text("maker_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    /** When and why it ended before that. */
    endedAt: integer("ended_at"),
    endedBy: text("ended_by", { enum: ["revoked", "maker lost the right"] }),
    /** When it opened the console last, and from where. */
    lastUsedAt: integer("last_used_at"),
    lastUsedAddress: text("last_used_address"),
  },
  (table) => [
    uniqueIndex("console_links_token").on(table.tokenHash),
    index("console_links_vm").on(table.hostId, table.vmId),
    index("console_links_maker").on(table.makerId),
  ],
);

/** The most that somebody's VMs may have together; null: no limit. */
const limits = () => ({
  vms: integer("vms"),
  vcpus: integer("vcpus"),
  memoryBytes: integer("memory_bytes"),
  diskBytes: integer("disk_bytes"),
  cards: integer("cards"),
});

export const userQuotas = sqliteTable("user_quotas", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  ...limits(),
});

export const groupQuotas = sqliteTable("group_quotas", {
  groupId: text("group_id")
    .primaryKey()
    .references(() => groups.id, { onDelete: "cascade" }),
  ...limits(),
});

/** What VMs may be made of on a host: lists of names. */
const grant = () => ({
  hostId: text("host_id").notNull(),
  pools: text("pools", { mode: "json" }).notNull().$type<unknown>(),
  networks: text("networks", { mode: "json" }).notNull().$type<unknown>(),
  media: text("media", { mode: "json" }).notNull().$type<unknown>(),
  devices: text("devices", { mode: "json" }).notNull().$type<unknown>().default([]),
});

export const userGrants = sqliteTable(
  "user_grants",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    ...grant(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.hostId] })],
);

export const groupGrants = sqliteTable(
  "group_grants",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    ...grant(),
  },
  (table) => [primaryKey({ columns: [table.groupId, table.hostId] })],
);

/** What was answered to requests with an Idempotency-Key, so that the same one again does nothing twice. */
export const idempotentAnswers = sqliteTable(
  "idempotent_answers",
  {
    /** Whose the key is: an API key's session, or a user. */
    caller: text("caller").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of method, path and body, in hexadecimal. */
    request: text("request").notNull(),
    status: integer("status").notNull(),
    location: text("location"),
    /** JSON; null where there was none. */
    body: text("body"),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caller, table.key] }),
    index("idempotent_answers_created").on(table.createdAt),
  ],
);

/** Authenticator apps: one at most for each user. */
export const totp = sqliteTable("totp", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Encrypted with the key beside the database; see `FactorKey`. */
  secret: text("secret").notNull(),
  /** The last step of 30 seconds that a code was taken of: no code of it, or of one before, is taken again. */
  lastStep: integer("last_step").notNull(),
  createdAt: integer("created_at").notNull(),
});

/** Passkeys (WebAuthn). */
export const passkeys = sqliteTable(
  "passkeys",
  {
    /** The credential's id, in Base64 for addresses. */
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** What it is bound to: it works at this host name alone. */
    hostName: text("host_name").notNull(),
    /** COSE, in Base64 for addresses. */
    publicKey: text("public_key").notNull(),
    /** How often it signed; 0 for good where it does not count. */
    counter: integer("counter").notNull(),
    transports: text("transports", { mode: "json" }).notNull().$type<string[]>(),
    createdAt: integer("created_at").notNull(),
    lastUsedAt: integer("last_used_at"),
  },
  (table) => [index("passkeys_user").on(table.userId)],
);

/** What still signs a user in whose second factor is lost; a row goes when its code is used. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256 of the code, in hexadecimal. */
    codeHash: text("code_hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.codeHash] })],
);

/** Single facts about this installation, by name. */
export const meta = sqliteTable("meta", {
  name: text("name").primaryKey(),
  value: text("value").notNull(),
});

/** Long work and its plan: written before and after each step, so that a crash leaves an exact record. */
export const jobs = sqliteTable(
  "jobs",
  {
    id: text("id").primaryKey(),
    hostId: text("host_id").notNull(),
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    subjects: text("subjects", { mode: "json" }).notNull().$type<string[]>(),
    startedBy: text("started_by").notNull(),
    startedAt: integer("started_at").notNull(),
    endedAt: integer("ended_at"),
    state: text("state").notNull(),
    /** The plan's steps, each with its state. */
    steps: text("steps", { mode: "json" }).notNull().$type<unknown>(),
    /** What the steps are made of anew after a restart; its shape depends on the kind. */
    input: text("input", { mode: "json" }).notNull().$type<unknown>(),
    /** What it will have taken of quotas, VM by VM; null of one that takes nothing. */
    reserved: text("reserved", { mode: "json" }).$type<unknown>(),
    problem: text("problem"),
    report: text("report"),
  },
  (table) => [index("jobs_started").on(table.startedAt)],
);

/** Which driver a PCI device had before it was reserved for VMs; the row goes when the device is returned to the host. */
export const originalBindings = sqliteTable(
  "original_bindings",
  {
    hostId: text("host_id").notNull(),
    address: text("address").notNull(),
    /** Vendor and device, "10de:2204": another card may come to stand at the address. */
    device: text("device").notNull(),
    /** null: no driver had it. */
    driver: text("driver"),
    /** What stood in `driver_override`; null where nothing did. */
    driverOverride: text("driver_override"),
  },
  (table) => [primaryKey({ columns: [table.hostId, table.address] })],
);

/** Every definition that a VM has had since Passdeck first saw it, without passwords. */
export const definitionVersions = sqliteTable(
  "definition_versions",
  {
    /** Grows with each version, whatever the clock does. */
    id: integer("id").primaryKey({ autoIncrement: true }),
    hostId: text("host_id").notNull(),
    vmId: text("vm_id").notNull(),
    at: integer("at").notNull(),
    /** A user's name; null where it was changed outside Passdeck. */
    by: text("changed_by"),
    /** What was done, in a line. */
    what: text("what").notNull(),
    xml: text("xml").notNull(),
  },
  (table) => [index("definition_versions_vm").on(table.hostId, table.vmId, table.id)],
);

/** Users' own presets. */
export const vmPresets = sqliteTable(
  "vm_presets",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    note: text("note").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
    specification: text("specification", { mode: "json" }).notNull().$type<unknown>(),
  },
  (table) => [uniqueIndex("vm_presets_name").on(sql`lower(${table.name})`)],
);

/** Names for one card of a host or for several, of which a VM that asks for it gets a free one. */
export const namedDevices = sqliteTable(
  "named_devices",
  {
    hostId: text("host_id").notNull(),
    name: text("name").notNull(),
    note: text("note").notNull(),
    members: text("members", { mode: "json" }).notNull().$type<unknown>(),
  },
  (table) => [uniqueIndex("named_devices_name").on(table.hostId, sql`lower(${table.name})`)],
);

/** The named devices that can be booked, and by which rules. */
export const bookableDevices = sqliteTable(
  "bookable_devices",
  {
    hostId: text("host_id").notNull(),
    name: text("name").notNull(),
    longestHours: integer("longest_hours").notNull(),
    daysAhead: integer("days_ahead").notNull(),
    atEnd: text("at_end", { enum: ["warn", "shut-down"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.hostId, table.name] })],
);

/** Who has one of a named device from when to when. */
export const bookings = sqliteTable(
  "bookings",
  {
    id: text("id").primaryKey(),
    hostId: text("host_id").notNull(),
    name: text("name").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The VM that it is meant for; null where none was named. */
    vmId: text("vm_id"),
    from: integer("begins_at").notNull(),
    to: integer("ends_at").notNull(),
    /** The VM that was last started by it; null before. */
    usedBy: text("used_by"),
    /** How far its end is told and heeded. */
    stage: text("stage", { enum: ["booked", "warned", "ended", "asked", "over"] }).notNull(),
    /** When the VM was asked to shut down; null where it was not. */
    askedAt: integer("asked_at"),
    /** What is left to do of a turn in the queue; null of nothing. */
    turn: text("turn", { enum: ["given", "told"] }),
  },
  (table) => [index("bookings_device").on(table.hostId, table.name), index("bookings_stage").on(table.stage)],
);

/** Who waits for one of a named device, in the order of coming. */
export const bookingQueue = sqliteTable(
  "booking_queue",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    hostId: text("host_id").notNull(),
    name: text("name").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    hours: integer("hours").notNull(),
    /** The VM that is started when it is their turn; null for none. */
    vmId: text("vm_id"),
    since: integer("since").notNull(),
  },
  (table) => [uniqueIndex("booking_queue_person").on(table.hostId, table.name, table.userId)],
);

/** What Passdeck changed of how a host starts, the undone ones among them. */
export const bootChanges = sqliteTable(
  "boot_changes",
  {
    id: text("id").primaryKey(),
    hostId: text("host_id").notNull(),
    title: text("title").notNull(),
    at: integer("at").notNull(),
    /** A user's name. */
    by: text("changed_by").notNull(),
    state: text("state", { enum: ["applying", "waiting", "verified"] }).notNull(),
    /** Which start of the host it was made in: the kernel's boot_id; null where that is not known. */
    bootId: text("boot_id"),
    /** Whether a program was run that makes menus or disks of the files. */
    generated: integer("generated", { mode: "boolean" }).notNull(),
    /** Files with what they were and became. */
    files: text("files", { mode: "json" }).notNull().$type<unknown>(),
    commands: text("commands", { mode: "json" }).notNull().$type<unknown>(),
    /** What was asked for, by which it is verified after the restart. */
    wish: text("wish", { mode: "json" }).notNull().$type<unknown>(),
    /** What was found when it was verified; null before, and of one that was verified when this was not kept yet. */
    findings: text("findings", { mode: "json" }).$type<unknown>(),
    /** The change that this one takes back. */
    undoes: text("undoes"),
    undoneBy: text("undone_by"),
  },
  (table) => [index("boot_changes_host").on(table.hostId, table.at)],
);

/**
 * Every act that somebody asked for. Rows are added and never changed, which triggers see to, and only the oldest are taken
 * away: up to the one that stands in `meta` under "audit-anchor".
 */
export const audit = sqliteTable(
  "audit",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    at: integer("at").notNull(),
    tookMs: integer("took_ms").notNull(),
    /** A user's name; null where nobody was signed in. */
    who: text("who"),
    /** null of what Passdeck did by itself: a job's end. */
    address: text("address"),
    act: text("act").notNull(),
    /** For people: "Rename a VM". */
    title: text("title").notNull(),
    /** What it was done to, by its names at that time. */
    subject: text("subject").notNull(),
    objects: text("objects", { mode: "json" }).notNull().$type<unknown>(),
    outcome: text("outcome", { enum: outcomes }).notNull(),
    problem: text("problem"),
    /** SHA-256, in hexadecimal, of the row before it and of all above. */
    hash: text("hash").notNull(),
  },
  (table) => [index("audit_at").on(table.at)],
);

/** Where notifications are sent to. */
export const notificationChannels = sqliteTable(
  "notification_channels",
  {
    id: text("id").primaryKey(),
    /** Whose it is; null of the house's. */
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    enabled: integer("enabled", { mode: "boolean" }).notNull(),
    /** Its settings and its secret, encrypted: addresses of webhooks are secrets as well. */
    sealed: text("sealed").notNull(),
    rules: text("rules", { mode: "json" }).notNull().$type<unknown>(),
    createdAt: integer("created_at").notNull(),
    /** How many occurrences were dropped, as too many waited. */
    dropped: integer("dropped").notNull().default(0),
  },
  (table) => [index("notification_channels_user").on(table.userId)],
);

/** What is to be told on a channel, and what was: an occurrence is told once of each key. */
export const notificationEvents = sqliteTable(
  "notification_events",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    channelId: text("channel_id")
      .notNull()
      .references(() => notificationChannels.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    occurrence: text("occurrence", { mode: "json" }).notNull().$type<unknown>(),
    at: integer("at").notNull(),
    dueAt: integer("due_at").notNull(),
    /** The message that it is told by; null before it is gathered. */
    messageId: text("message_id"),
  },
  (table) => [
    uniqueIndex("notification_events_key").on(table.channelId, table.key),
    index("notification_events_message").on(table.messageId),
    index("notification_events_due").on(table.channelId, table.dueAt),
  ],
);

/** Messages with how they fared: the latest of each channel. */
export const notificationMessages = sqliteTable(
  "notification_messages",
  {
    id: text("id").primaryKey(),
    channelId: text("channel_id")
      .notNull()
      .references(() => notificationChannels.id, { onDelete: "cascade" }),
    at: integer("at").notNull(),
    title: text("title").notNull(),
    /** How many occurrences were dropped before it. */
    dropped: integer("dropped").notNull(),
    state: text("state", { enum: ["waiting", "sent", "refused", "given-up"] }).notNull(),
    attempts: integer("attempts").notNull(),
    dueAt: integer("due_at").notNull(),
    status: integer("status"),
    words: text("words").notNull(),
    triedAt: integer("tried_at"),
  },
  (table) => [index("notification_messages_channel").on(table.channelId, table.at)],
);

/** What is amiss and was told, so that it is not told again until it was well. */
export const notificationConditions = sqliteTable("notification_conditions", {
  key: text("key").primaryKey(),
  since: integer("since").notNull(),
});

/** From where users have signed in. */
export const knownPlaces = sqliteTable(
  "known_places",
  {
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Their network, and what they call their browser. */
    place: text("place").notNull(),
    lastSeenAt: integer("last_seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.place] })],
);
