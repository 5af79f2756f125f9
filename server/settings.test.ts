import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { MachineFacts } from "./machine-facts";
import { type Environment, parseSettings, parseSettingsFile, SettingsError } from "./settings";

const root: MachineFacts = { isRoot: true, inLibvirtGroup: false, home: "/root", workingFolder: "/srv" };
const user: MachineFacts = { isRoot: false, inLibvirtGroup: false, home: "/home/ada", workingFolder: "/srv" };

function problems(environment: Environment, known?: string[]): readonly string[] {
  try {
    parseSettings(environment, root, known);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

test("without any setting, root's server takes the system's places", () => {
  expect(parseSettings({ PATH: "/bin" }, root)).toEqual({
    host: null,
    port: 8006,
    dataFolder: "/var/lib/passdeck",
    tls: { kind: "self-signed" },
    libvirtUri: "qemu:///system",
    hostRoot: "/",
    rootHelper: null,
    networkTrialSeconds: 60,
    reauthenticationMinutes: 10,
    names: [],
    publicUrl: null,
    trustedProxies: [],
    metricsFrom: [],
    logLevel: "info",
    demo: false,
    downloads: { mirror: null, proxy: null, catalogue: null },
    database: null,
    audit: { keptDays: 365, file: null, syslog: null },
    signIn: { openId: null, ldap: null, roles: { admin: [], operator: [], viewer: [], member: [] } },
    hosts: [],
  });
});

test("another user's takes places of their own, and the system's libvirt where they may", () => {
  const own = parseSettings({}, user);
  expect([own.dataFolder, own.libvirtUri]).toEqual(["/home/ada/.local/state/passdeck", "qemu:///session"]);
  expect(parseSettings({ XDG_STATE_HOME: "/state" }, user).dataFolder).toBe("/state/passdeck");
  expect(parseSettings({ XDG_STATE_HOME: "relative" }, user).dataFolder).toBe(
    "/home/ada/.local/state/passdeck",
  );
  expect(parseSettings({}, { ...user, inLibvirtGroup: true }).libvirtUri).toBe("qemu:///system");
});

const ofProvider = {
  PASSDECK_PUBLIC_URL: "https://Passdeck.example.org/",
  PASSDECK_OIDC_ISSUER: "https://auth.example.org/application/o/passdeck/",
  PASSDECK_OIDC_CLIENT_ID: "passdeck",
  PASSDECK_ROLE_ADMIN: "Domain Admins, all; ada@example.org",
};

test("a provider of identities needs little, and the server answers to its public name", () => {
  const { names, signIn } = parseSettings(ofProvider, root);
  expect(names).toEqual(["passdeck.example.org"]);
  expect(signIn).toEqual({
    openId: {
      issuer: "https://auth.example.org/application/o/passdeck/",
      clientId: "passdeck",
      clientSecret: null,
      label: "single sign-on",
      scopes: "openid profile email",
      groupsClaim: "groups",
      nameClaim: "preferred_username",
      publicUrl: "https://passdeck.example.org",
    },
    ldap: null,
    roles: { admin: ["Domain Admins, all", "ada@example.org"], operator: [], viewer: [], member: [] },
  });
});

const ofDirectory = {
  PASSDECK_LDAP_URL: "ldaps://ldap.example.org",
  PASSDECK_LDAP_BASE: "dc=example,dc=org",
  PASSDECK_ROLE_VIEWER: "*",
};

test("a directory is spoken to over TLS, but on this machine, or where it is said", () => {
  const startTls = (change: Environment) =>
    parseSettings({ ...ofDirectory, ...change }, root).signIn.ldap?.startTls;
  expect(startTls({})).toBe(false);
  expect(startTls({ PASSDECK_LDAP_URL: "ldap://ldap.example.org" })).toBe(true);
  expect(startTls({ PASSDECK_LDAP_URL: "ldap://ldap.example.org", PASSDECK_LDAP_START_TLS: "0" })).toBe(
    false,
  );
  expect(startTls({ PASSDECK_LDAP_URL: "ldap://127.0.0.1:3890" })).toBe(false);
  expect(startTls({ PASSDECK_LDAP_URL: "ldap://[::1]", PASSDECK_LDAP_START_TLS: "1" })).toBe(true);
});

test.each([
  [{ PASSDECK_LDAP_BASE: undefined }, "PASSDECK_LDAP_BASE: is needed"],
  [{ PASSDECK_LDAP_URL: undefined }, "PASSDECK_LDAP_URL: is needed"],
  [{ PASSDECK_LDAP_URL: "https://ldap.example.org" }, "PASSDECK_LDAP_URL: has to be"],
  [{ PASSDECK_LDAP_URL: "ldap://ldap.example.org/dc=example" }, "PASSDECK_LDAP_URL: has to be"],
  [{ PASSDECK_LDAP_BIND_DN: "cn=reader" }, "PASSDECK_LDAP_BIND_DN: and its password"],
  [{ PASSDECK_LDAP_USER_FILTER: "(uid=ada)" }, "PASSDECK_LDAP_USER_FILTER: has to be a filter"],
  [{ PASSDECK_LDAP_CA_FILE: "/none" }, "PASSDECK_LDAP_CA_FILE: /none can’t be read"],
  [{ PASSDECK_ROLE_VIEWER: undefined }, "PASSDECK_ROLE_ADMIN: or another"],
])("a directory with %j is refused", (change, problem) => {
  expect(problems({ ...ofDirectory, ...change })).toEqual([expect.stringContaining(problem)]);
});

test("the secret of a provider may stand in a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "passdeck-secret-"));
  writeFileSync(join(folder, "secret"), "s3cret\n");
  writeFileSync(join(folder, "empty"), "\n");
  const secretOf = (file: string) => {
    const given = { ...ofProvider, PASSDECK_OIDC_CLIENT_SECRET_FILE: join(folder, file) };
    const found = problems(given);
    return found.length > 0 ? found : parseSettings(given, root).signIn.openId?.clientSecret;
  };
  expect(secretOf("secret")).toBe("s3cret");
  expect(secretOf("empty")).toEqual([expect.stringContaining("is empty")]);
  expect(secretOf("none")).toEqual([expect.stringContaining("can’t be read")]);
  rmSync(folder, { recursive: true });
});

test.each([
  [{ PASSDECK_PUBLIC_URL: undefined }, "PASSDECK_PUBLIC_URL: is needed"],
  [{ PASSDECK_OIDC_CLIENT_ID: undefined }, "PASSDECK_OIDC_CLIENT_ID: is needed"],
  [{ PASSDECK_OIDC_ISSUER: undefined }, "PASSDECK_OIDC_ISSUER: is needed"],
  [{ PASSDECK_ROLE_ADMIN: undefined }, "PASSDECK_ROLE_ADMIN: or another"],
  [{ PASSDECK_ROLE_ADMIN: "ada@" }, "PASSDECK_ROLE_ADMIN: “ada@” is no group"],
  [{ PASSDECK_PUBLIC_URL: "https://passdeck.example.org/a" }, "PASSDECK_PUBLIC_URL: has to be"],
  [{ PASSDECK_OIDC_ISSUER: "http://auth.example.org" }, "PASSDECK_OIDC_ISSUER: has to be"],
])("a provider with %j is refused", (change, problem) => {
  expect(problems({ ...ofProvider, ...change })).toEqual([expect.stringContaining(problem)]);
});

test("everything can be set", () => {
  const environment = {
    PASSDECK_HOST: "192.168.1.5",
    PASSDECK_PORT: "0",
    PASSDECK_DATA: "state",
    PASSDECK_TLS: "cert.pem:/keys/key.pem",
    PASSDECK_LIBVIRT: "test+tls://box/default",
    PASSDECK_HOST_ROOT: "capture",
    PASSDECK_ROOT_HELPER: "/usr/local/bin/passdeck",
    PASSDECK_NAMES: "Box.lan, passdeck.example",
    PASSDECK_PUBLIC_URL: "https://Public.example:443/",
    PASSDECK_TRUSTED_PROXIES: "10.0.0.1 fd00::/8",
    PASSDECK_METRICS_FROM: "192.0.2.9",
    PASSDECK_LOG_LEVEL: "debug",
    PASSDECK_DEMO: "1",
    PASSDECK_IMAGE_MIRROR: "http://mirror.lan:3142/",
    PASSDECK_IMAGE_CATALOGUE: "https://mirror.lan/images.json",
    PASSDECK_PROXY: "http://ada:secret@proxy.lan:3128",
    PASSDECK_AUDIT_DAYS: "0",
    PASSDECK_DATABASE: "postgresql://passdeck@db.lan:5433/passdeck?sslmode=verify-full",
    PASSDECK_AUDIT_FILE: "audit.jsonl",
    PASSDECK_REAUTHENTICATION_MINUTES: "0",
    PASSDECK_AUDIT_SYSLOG: "tcp://[2001:db8::1]:601",
  };
  expect(parseSettings(environment, root)).toEqual({
    host: "192.168.1.5",
    port: 0,
    dataFolder: "/srv/state",
    tls: { kind: "files", certificate: "/srv/cert.pem", key: "/keys/key.pem" },
    libvirtUri: "test+tls://box/default",
    hostRoot: "/srv/capture",
    rootHelper: "/usr/local/bin/passdeck",
    reauthenticationMinutes: 0,
    networkTrialSeconds: 60,
    names: ["box.lan", "passdeck.example", "public.example"],
    publicUrl: "https://public.example",
    trustedProxies: ["10.0.0.1", "fd00::/8"],
    metricsFrom: ["192.0.2.9"],
    logLevel: "debug",
    demo: true,
    downloads: {
      mirror: "http://mirror.lan:3142/",
      proxy: "http://ada:secret@proxy.lan:3128",
      catalogue: "https://mirror.lan/images.json",
    },
    signIn: { openId: null, ldap: null, roles: { admin: [], operator: [], viewer: [], member: [] } },
    hosts: [],
    database: "postgresql://passdeck@db.lan:5433/passdeck?sslmode=verify-full",
    audit: { keptDays: null, file: "/srv/audit.jsonl", syslog: "tcp://[2001:db8::1]:601" },
  });
});

test("an empty value is none", () => {
  expect(parseSettings({ PASSDECK_PORT: "", PASSDECK_HOST: "  " }, root)).toEqual(parseSettings({}, root));
});

test.each([{}, { PASSDECK_LIBVIRT: "qemu:///system" }, { PASSDECK_LIBVIRT: "xen:///test:" }])(
  "the demo, which deletes all VMs that there are, is refused on %j",
  (given) => {
    const refused = [expect.stringMatching(/^PASSDECK_DEMO: would delete the VMs of this host/)];
    expect(problems({ ...given, PASSDECK_DEMO: "1" })).toEqual(refused);
    expect(problems({ PASSDECK_DEMO: "1", PASSDECK_LIBVIRT: "test:///default" })).toEqual([]);
  },
);

test("every bad setting is named at once, with those that the file has", () => {
  const bad = {
    PASSDECK_HOST: "http://x",
    PASSDECK_PORT: "65536",
    PASSDECK_TLS: "on",
    PASSDECK_LIBVIRT: "system",
    PASSDECK_NAMES: "good.lan, https://bad.lan:8006",
    PASSDECK_TRUSTED_PROXIES: "10.0.0.0/33, 10.0.0.1, box",
    PASSDECK_LOG_LEVEL: "loud",
    PASSDECK_DEMO: "maybe",
    PASSDECK_IMAGE_MIRROR: "mirror.lan",
    PASSDECK_PROXY: "socks5://proxy.lan",
    PASSDECK_PUBLIC_URL: "https://box.lan/passdeck",
    PASSDECK_AUDIT_DAYS: "a year",
    PASSDECK_AUDIT_SYSLOG: "log.lan:514",
    PASSDECK_PROT: "8007",
  };
  expect([...problems(bad, ["passdeck.conf, line 3: is no NAME=VALUE"])].sort()).toEqual([
    "PASSDECK_AUDIT_DAYS: has to be a number of days, or 0 for ever",
    "PASSDECK_AUDIT_SYSLOG: has to be an address such as udp://192.0.2.1:514",
    "PASSDECK_DEMO: has to be 1 or 0",
    "PASSDECK_HOST: has to be an address or a host name of this machine",
    "PASSDECK_IMAGE_MIRROR: has to be an address such as http://mirror.lan:3142/",
    "PASSDECK_LIBVIRT: has to be a libvirt URI such as qemu:///system",
    "PASSDECK_LOG_LEVEL: has to be one of trace, debug, info, warn, error, fatal, silent",
    "PASSDECK_NAMES: “https://bad.lan:8006” is not a host name without scheme or port",
    "PASSDECK_PORT: has to be a number from 0 to 65535",
    "PASSDECK_PROT: there is no such setting",
    "PASSDECK_PROXY: has to be an address such as http://mirror.lan:3142/",
    "PASSDECK_PUBLIC_URL: has to be an address without a path, such as https://passdeck.lan:8006",
    "PASSDECK_TLS: has to be self-signed, off, or CERTIFICATE.pem:KEY.pem",
    "PASSDECK_TRUSTED_PROXIES: “10.0.0.0/33” is not an IP address or a network such as 10.0.0.0/8",
    "PASSDECK_TRUSTED_PROXIES: “box” is not an IP address or a network such as 10.0.0.0/8",
    "passdeck.conf, line 3: is no NAME=VALUE",
  ]);
});

test.each(["-1", "1.5", "8006x", "0x10", "123456"])("port %s is none", (port) => {
  expect(problems({ PASSDECK_PORT: port })).toHaveLength(1);
});

test("a file has one setting a line, notes and blank lines", () => {
  const text = `# Passdeck\n\nPASSDECK_PORT = 8443\r\n  PASSDECK_NAMES="a.lan, b.lan"\nPASSDECK_DATA=/a=b # here\nwrong\nPASSDECK_HOST="never closed\nb=c\n PASSDECK_CONFIG='/a#b'`;
  expect(parseSettingsFile(text, "/etc/p.conf")).toEqual({
    values: {
      PASSDECK_PORT: "8443",
      PASSDECK_NAMES: "a.lan, b.lan",
      PASSDECK_DATA: "/a=b",
      PASSDECK_CONFIG: "/a#b",
    },
    problems: [6, 7, 8].map((line) => `/etc/p.conf, line ${line}: is no NAME=VALUE`),
  });
});
