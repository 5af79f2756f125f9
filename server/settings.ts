import { existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { isAbsolute, join, resolve } from "node:path";
import { parseEnv } from "node:util";
import * as z from "zod";
import type { GivenHost } from "./host/route/given-host";
import { type MachineFacts, readMachineFacts } from "./machine-facts";
import { hostsVariable } from "./settings-hosts";
import { type SignInSettings, signInSettings, signInVariables } from "./settings-sign-in";
import {
  days,
  isAddressOrNetwork,
  listOf,
  minutes,
  postgresAddress,
  publicOrigin,
  syslogAddress,
  webAddress,
} from "./settings-values";

/** How the server is reached: with a certificate of its own, with given ones, or without TLS (behind a proxy). */
export type TlsSetting =
  | { kind: "self-signed" }
  | { kind: "off" }
  | { kind: "files"; certificate: string; key: string };

export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** Every setting of the server, checked. */
export interface Settings {
  /** The address to listen on; null for all of this machine. */
  host: string | null;
  /** 0 lets the system choose. */
  port: number;
  /** Folder of the database, the certificate and other state. */
  dataFolder: string;
  /** A database on a PostgreSQL server, "postgresql://user@host/database"; null for a file in the data folder. */
  database: string | null;
  tls: TlsSetting;
  /** libvirt's URI. */
  libvirtUri: string;
  /** Folder whose `sys`, `proc` and `etc` tell about the host. */
  hostRoot: string;
  /** How a Passdeck that is not root reaches its helper that is: `unix:SOCKET`, `pkexec:PROGRAM`, or a program for sudo. */
  rootHelper: string | null;
  /** How long the browser has to confirm that it still reaches Passdeck over a new network of the host. */
  networkTrialSeconds: number;
  /** Names, beside this machine's own, that browsers may reach the server by. Lower case. */
  names: string[];
  /** Where users reach the server, "https://passdeck.lan"; null where nobody has said. */
  publicUrl: string | null;
  /** Addresses or networks ("10.0.0.0/8") whose X-Forwarded-For and X-Forwarded-Proto are believed. */
  trustedProxies: string[];
  /** Addresses or networks that /metrics is read from without an API key. */
  metricsFrom: string[];
  /** After how many minutes dangerous acts ask again for a password, a passkey or a code; 0: never. */
  reauthenticationMinutes: number;
  logLevel: (typeof logLevels)[number];
  demo: boolean;
  downloads: DownloadSettings;
  audit: AuditSettings;
  signIn: SignInSettings;
  /** Hosts that are managed beside this machine. */
  hosts: GivenHost[];
}

/** How long the record of all acts is kept, and where it goes besides the database. */
export interface AuditSettings {
  /** After so many days an entry is taken away; null: never. */
  keptDays: number | null;
  /** A file that entries are appended to as lines of JSON; null: none. */
  file: string | null;
  /** A syslog server, "udp://192.0.2.1:514"; null: none. */
  syslog: string | null;
}

/** How images are fetched from the web. */
export interface DownloadSettings {
  /** Has the catalogue's images below their publishers' names: "http://mirror.lan/". null asks the publishers. */
  mirror: string | null;
  /** The HTTP proxy that downloads go through; null goes straight. */
  proxy: string | null;
  /** Where the image catalogue is refreshed from; null keeps to the one that came with Passdeck. */
  catalogue: string | null;
}

/** What sshd says of the connection that this process was started over; undefined where it was not. */
export function sshConnection(): string | undefined {
  return process.env.SSH_CONNECTION;
}

/** Who has this process run as another user by sudo; undefined where nobody has. */
export function sudoUser(): string | undefined {
  return process.env.SUDO_USER;
}

/** Settings that can't be used; `problems` names each of them. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "SettingsError";
  }
}

/** Variables as they stand in the environment or in the file. */
export type Environment = Readonly<Record<string, string | undefined>>;

const prefix = "PASSDECK_";
const defaultFile = "/etc/passdeck/passdeck.conf";

/** The settings of this process: its environment over the file that PASSDECK_CONFIG names. Throws SettingsError. */
export function loadSettings(): Settings {
  const environment = process.env;
  const facts = readMachineFacts();
  const file = readFileOf(environment, facts.workingFolder);
  return parseSettings({ ...file.values, ...environment }, facts, file.problems);
}

/**
 * Checks all settings at once.
 * @param known Problems found before, named along with the others.
 * @throws SettingsError that names every bad one.
 */
export function parseSettings(
  environment: Environment,
  facts: MachineFacts,
  known: readonly string[] = [],
): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name.startsWith(prefix) && value?.trim() !== ""),
  );
  const parsed = schemaFor(facts, environment).safeParse(given);
  if (parsed.success && known.length === 0) return parsed.data;
  throw new SettingsError([...known, ...(parsed.error?.issues ?? []).flatMap(problemsOf)]);
}

interface SettingsFile {
  values: Record<string, string>;
  problems: string[];
}

/**
 * Reads NAME=VALUE lines as `node --env-file` does, each by itself, so that one that is none is told by its number. What
 * stands behind a # is a note, unless the value is in quotes.
 */
export function parseSettingsFile(text: string, path: string): SettingsFile {
  const problems: string[] = [];
  const values: Record<string, string> = {};
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [[name = "", value = ""] = []] = Object.entries(parseEnv(line));
    if (/^[A-Z][A-Z0-9_]*$/.test(name)) values[name] = value;
    else problems.push(`${path}, line ${index + 1}: is no NAME=VALUE`);
  }
  return { values, problems };
}

function schemaFor(facts: MachineFacts, environment: Environment) {
  const path = (fallback: string) =>
    z
      .string()
      .default(fallback)
      .transform((value) => resolve(facts.workingFolder, value));
  const variables = {
    PASSDECK_CONFIG: z.string().optional(),
    PASSDECK_HOST: z
      .string()
      .refine((host) => isIP(host) > 0 || /^[a-z0-9.-]+$/i.test(host), {
        error: "has to be an address or a host name of this machine",
      })
      .optional(),
    PASSDECK_PORT: z
      .string()
      .regex(/^\d{1,5}$/, { error: "has to be a number from 0 to 65535" })
      .default("8006")
      .transform(Number)
      .refine((port) => port <= 65_535, { error: "has to be a number from 0 to 65535" }),
    PASSDECK_DATA: path(defaultDataFolder(facts, environment)),
    PASSDECK_DATABASE: postgresAddress(),
    PASSDECK_TLS: z
      .string()
      .default("self-signed")
      .transform((value, context) => parseTls(value, facts, context)),
    PASSDECK_LIBVIRT: z
      .string()
      .regex(/^[a-z][a-z0-9+]*:\/\//i, { error: "has to be a libvirt URI such as qemu:///system" })
      .default(facts.isRoot || facts.inLibvirtGroup ? "qemu:///system" : "qemu:///session"),
    PASSDECK_HOSTS: hostsVariable(facts),
    PASSDECK_HOST_ROOT: path("/"),
    PASSDECK_ROOT_HELPER: z
      .string()
      .regex(/^(?:unix:|pkexec:)?\/[\w./-]+$/, {
        error:
          "has to be unix: and a socket, or the path of root's own passdeck, for polkit with pkexec: before it",
      })
      .optional(),
    PASSDECK_NETWORK_TRIAL_SECONDS: z
      .string()
      .regex(/^\d{1,3}$/, { error: "has to be a number of seconds" })
      .default("60")
      .transform(Number)
      .refine((seconds) => seconds > 0, { error: "has to be more than 0" }),
    PASSDECK_NAMES: listOf(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i, "a host name without scheme or port"),
    PASSDECK_PUBLIC_URL: publicOrigin(),
    PASSDECK_TRUSTED_PROXIES: listOf(isAddressOrNetwork, "an IP address or a network such as 10.0.0.0/8"),
    PASSDECK_METRICS_FROM: listOf(isAddressOrNetwork, "an IP address or a network such as 10.0.0.0/8"),
    PASSDECK_REAUTHENTICATION_MINUTES: minutes(10),
    PASSDECK_LOG_LEVEL: z
      .enum(logLevels, { error: `has to be one of ${logLevels.join(", ")}` })
      .default("info"),
    PASSDECK_DEMO: z
      .enum(["0", "1", "false", "true"], { error: "has to be 1 or 0" })
      .default("0")
      .transform((value) => value === "1" || value === "true"),
    PASSDECK_IMAGE_MIRROR: webAddress(/^https?:$/),
    PASSDECK_IMAGE_CATALOGUE: webAddress(/^https?:$/),
    PASSDECK_PROXY: webAddress(/^http:$/),
    PASSDECK_AUDIT_DAYS: days(365),
    PASSDECK_AUDIT_FILE: z
      .string()
      .optional()
      .transform((file) => (file === undefined ? null : resolve(facts.workingFolder, file))),
    PASSDECK_AUDIT_SYSLOG: syslogAddress(),
    ...signInVariables(facts),
  };
  return z.strictObject(variables).transform((given, context): Settings => {
    if (given.PASSDECK_DEMO && !/^test[:+]/i.test(given.PASSDECK_LIBVIRT)) context.addIssue(demoOnHost);
    const signIn = signInSettings(given, context);
    return {
      host: given.PASSDECK_HOST ?? null,
      port: given.PASSDECK_PORT,
      dataFolder: given.PASSDECK_DATA,
      database: given.PASSDECK_DATABASE,
      tls: given.PASSDECK_TLS,
      libvirtUri: given.PASSDECK_LIBVIRT,
      hostRoot: given.PASSDECK_HOST_ROOT,
      rootHelper: given.PASSDECK_ROOT_HELPER ?? null,
      networkTrialSeconds: given.PASSDECK_NETWORK_TRIAL_SECONDS,
      names: namesOf(given.PASSDECK_NAMES, given.PASSDECK_PUBLIC_URL),
      publicUrl: given.PASSDECK_PUBLIC_URL,
      trustedProxies: given.PASSDECK_TRUSTED_PROXIES,
      metricsFrom: given.PASSDECK_METRICS_FROM,
      reauthenticationMinutes: given.PASSDECK_REAUTHENTICATION_MINUTES,
      logLevel: given.PASSDECK_LOG_LEVEL,
      demo: given.PASSDECK_DEMO,
      downloads: {
        mirror: given.PASSDECK_IMAGE_MIRROR,
        proxy: given.PASSDECK_PROXY,
        catalogue: given.PASSDECK_IMAGE_CATALOGUE,
      },
      audit: {
        keptDays: given.PASSDECK_AUDIT_DAYS,
        file: given.PASSDECK_AUDIT_FILE,
        syslog: given.PASSDECK_AUDIT_SYSLOG,
      },
      signIn,
      hosts: given.PASSDECK_HOSTS,
    };
  });
}

/** The demo puts its VMs in the place of all that there are. */
const demoOnHost = {
  code: "custom" as const,
  path: ["PASSDECK_DEMO"],
  message:
    "would delete the VMs of this host: it takes a libvirt of its own with the test driver (PASSDECK_LIBVIRT=test+unix:///default?socket=…), as `npm start -- --demo` starts one",
};

function parseTls(value: string, { workingFolder }: MachineFacts, context: z.RefinementCtx): TlsSetting {
  if (value === "self-signed" || value === "off") return { kind: value };
  const [certificate, key, ...rest] = value.split(":");
  if (certificate && key && rest.length === 0) {
    return {
      kind: "files",
      certificate: resolve(workingFolder, certificate),
      key: resolve(workingFolder, key),
    };
  }
  context.addIssue({ code: "custom", message: "has to be self-signed, off, or CERTIFICATE.pem:KEY.pem" });
  return z.NEVER;
}

/** The name that links lead to is one of the server's. */
function namesOf(given: readonly string[], publicUrl: string | null): string[] {
  const linked =
    publicUrl === null
      ? []
      : [new URL(publicUrl).hostname].filter((name) => isIP(name) === 0 && !name.startsWith("["));
  return [...new Set([...given.map((name) => name.toLowerCase()), ...linked])];
}

function defaultDataFolder({ isRoot, home }: MachineFacts, environment: Environment): string {
  if (isRoot) return "/var/lib/passdeck";
  const state = environment.XDG_STATE_HOME;
  // The XDG specification has relative paths ignored.
  return join(state && isAbsolute(state) ? state : join(home, ".local/state"), "passdeck");
}

function problemsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((name) => `${name}: there is no such setting`);
  return [`${issue.path.join(".")}: ${issue.message}`];
}

function readFileOf(environment: Environment, workingFolder: string): SettingsFile {
  const given = environment.PASSDECK_CONFIG;
  if (!given && !existsSync(defaultFile)) return { values: {}, problems: [] };
  const path = resolve(workingFolder, given || defaultFile);
  try {
    return parseSettingsFile(readFileSync(path, "utf8"), path);
  } catch (error) {
    return { values: {}, problems: [`PASSDECK_CONFIG: ${path} can't be read (${(error as Error).message})`] };
  }
}
