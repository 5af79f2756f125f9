import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as z from "zod";
import type { MachineFacts } from "./machine-facts";
import { entriesOf, isLoopback } from "./settings-values";

/* Who signs in besides those who have a password of this Passdeck. */

/** For each role, who has it of those whom a provider vouches for. */
export type RoleSettings = Record<"admin" | "operator" | "viewer" | "member", string[]>;

/** A provider of identities that speaks OpenID Connect. */
export interface OpenIdSettings {
  issuer: string;
  clientId: string;
  /** null for a public client. */
  clientSecret: string | null;
  label: string;
  scopes: string;
  groupsClaim: string;
  nameClaim: string;
  publicUrl: string;
}

/** An LDAP directory. */
export interface DirectorySettings {
  url: string;
  startTls: boolean;
  /** Certificates in PEM; null for those that Node knows. */
  ca: string | null;
  account: { dn: string; password: string } | null;
  base: string;
  userFilter: string;
  nameAttribute: string;
  idAttribute: string;
  groupFilter: string | null;
  groupBase: string;
  label: string;
}

export interface SignInSettings {
  openId: OpenIdSettings | null;
  ldap: DirectorySettings | null;
  roles: RoleSettings;
}

/** The variables, by their names. */
export function signInVariables(facts: MachineFacts) {
  return {
    PASSDECK_ROLE_ADMIN: entriesOf(),
    PASSDECK_ROLE_OPERATOR: entriesOf(),
    PASSDECK_ROLE_VIEWER: entriesOf(),
    PASSDECK_ROLE_MEMBER: entriesOf(),
    PASSDECK_OIDC_ISSUER: z
      .string()
      .refine(isIssuer, {
        error: "has to be the provider’s address with https://, as the provider writes it",
      })
      .optional(),
    PASSDECK_OIDC_CLIENT_ID: z.string().optional(),
    PASSDECK_OIDC_CLIENT_SECRET: z.string().optional(),
    PASSDECK_OIDC_CLIENT_SECRET_FILE: textOfFile(facts),
    PASSDECK_OIDC_LABEL: z.string().max(40, { error: "has at most 40 characters" }).default("single sign-on"),
    PASSDECK_OIDC_SCOPES: z
      .string()
      .default("openid profile email")
      .transform((text) => [...new Set(["openid", ...text.split(/[\s,]+/)])].filter(Boolean).join(" ")),
    PASSDECK_OIDC_GROUPS_CLAIM: z.string().default("groups"),
    PASSDECK_OIDC_NAME_CLAIM: z.string().default("preferred_username"),
    PASSDECK_LDAP_URL: z
      .string()
      .refine(isDirectory, { error: "has to be an address such as ldaps://ldap.example.org" })
      .optional(),
    PASSDECK_LDAP_START_TLS: z
      .enum(["0", "1"], { error: "has to be 1, or 0 to send passwords in the clear" })
      .optional(),
    PASSDECK_LDAP_CA_FILE: textOfFile(facts),
    PASSDECK_LDAP_BIND_DN: z.string().optional(),
    PASSDECK_LDAP_BIND_PASSWORD: z.string().optional(),
    PASSDECK_LDAP_BIND_PASSWORD_FILE: textOfFile(facts),
    PASSDECK_LDAP_BASE: z.string().optional(),
    PASSDECK_LDAP_USER_FILTER: filterWith("{name}").default("(&(objectClass=person)(uid={name}))"),
    PASSDECK_LDAP_NAME_ATTRIBUTE: z.string().default("uid"),
    PASSDECK_LDAP_ID_ATTRIBUTE: z.string().default("entryUUID"),
    PASSDECK_LDAP_GROUP_FILTER: filterWith("{dn}").optional(),
    PASSDECK_LDAP_GROUP_BASE: z.string().optional(),
    PASSDECK_LDAP_LABEL: z.string().max(40, { error: "has at most 40 characters" }).default("the directory"),
  };
}

type Given = z.output<z.ZodObject<ReturnType<typeof signInVariables>>> & {
  /** Where browsers find Passdeck; null where that is not given. */
  PASSDECK_PUBLIC_URL: string | null;
};

/** What was given, put together. What is missing beside something else is a problem of `context`. */
export function signInSettings(given: Given, context: z.RefinementCtx): SignInSettings {
  const roles: RoleSettings = {
    admin: given.PASSDECK_ROLE_ADMIN,
    operator: given.PASSDECK_ROLE_OPERATOR,
    viewer: given.PASSDECK_ROLE_VIEWER,
    member: given.PASSDECK_ROLE_MEMBER,
  };
  const openId = openIdSettings(given, context);
  const ldap = directorySettings(given, context);
  if ((openId !== null || ldap !== null) && Object.values(roles).every((entries) => entries.length === 0))
    needed(
      context,
      "PASSDECK_ROLE_ADMIN",
      "or another role’s is needed: nobody whom a provider knows has a role",
    );
  return { openId, ldap, roles };
}

function openIdSettings(given: Given, context: z.RefinementCtx): OpenIdSettings | null {
  const { PASSDECK_OIDC_ISSUER: issuer, PASSDECK_OIDC_CLIENT_ID: clientId } = given;
  if (issuer === undefined) {
    if (clientId !== undefined) needed(context, "PASSDECK_OIDC_ISSUER", "is needed beside the client’s id");
    return null;
  }
  const publicUrl = given.PASSDECK_PUBLIC_URL;
  if (clientId === undefined) needed(context, "PASSDECK_OIDC_CLIENT_ID", "is needed beside the issuer");
  if (publicUrl === null)
    needed(context, "PASSDECK_PUBLIC_URL", "is needed: the provider sends browsers back there");
  if (clientId === undefined || publicUrl === null) return null;
  return {
    issuer,
    clientId,
    clientSecret: given.PASSDECK_OIDC_CLIENT_SECRET ?? given.PASSDECK_OIDC_CLIENT_SECRET_FILE ?? null,
    label: given.PASSDECK_OIDC_LABEL,
    scopes: given.PASSDECK_OIDC_SCOPES,
    groupsClaim: given.PASSDECK_OIDC_GROUPS_CLAIM,
    nameClaim: given.PASSDECK_OIDC_NAME_CLAIM,
    publicUrl,
  };
}

function directorySettings(given: Given, context: z.RefinementCtx): DirectorySettings | null {
  const { PASSDECK_LDAP_URL: url, PASSDECK_LDAP_BASE: base } = given;
  if (url === undefined) {
    if (base !== undefined) needed(context, "PASSDECK_LDAP_URL", "is needed beside the base");
    return null;
  }
  if (base === undefined) {
    needed(context, "PASSDECK_LDAP_BASE", "is needed: the entry that users are below");
    return null;
  }
  const startTls = given.PASSDECK_LDAP_START_TLS;
  const isPlain = url.startsWith("ldap:");
  return {
    url,
    // On this machine nobody listens in between.
    startTls: isPlain && (startTls === undefined ? !isLoopback(new URL(url).hostname) : startTls === "1"),
    ca: given.PASSDECK_LDAP_CA_FILE ?? null,
    account: directoryAccount(given, context),
    base,
    userFilter: given.PASSDECK_LDAP_USER_FILTER,
    nameAttribute: given.PASSDECK_LDAP_NAME_ATTRIBUTE,
    idAttribute: given.PASSDECK_LDAP_ID_ATTRIBUTE,
    groupFilter: given.PASSDECK_LDAP_GROUP_FILTER ?? null,
    groupBase: given.PASSDECK_LDAP_GROUP_BASE ?? base,
    label: given.PASSDECK_LDAP_LABEL,
  };
}

function directoryAccount(given: Given, context: z.RefinementCtx): DirectorySettings["account"] {
  const dn = given.PASSDECK_LDAP_BIND_DN;
  const password = given.PASSDECK_LDAP_BIND_PASSWORD ?? given.PASSDECK_LDAP_BIND_PASSWORD_FILE;
  if (dn === undefined && password === undefined) return null;
  if (dn !== undefined && password !== undefined) return { dn, password };
  needed(context, "PASSDECK_LDAP_BIND_DN", "and its password are needed beside each other");
  return null;
}

function needed(context: z.RefinementCtx, name: string, message: string): void {
  context.addIssue({ code: "custom", path: [name], message });
}

/** What stands in a file: a secret, so that no environment has it, or certificates. */
function textOfFile({ workingFolder }: MachineFacts) {
  return z
    .string()
    .optional()
    .transform((path, context) => {
      if (path === undefined) return undefined;
      try {
        const text = readFileSync(resolve(workingFolder, path), "utf8").trim();
        if (text !== "") return text;
        context.addIssue({ code: "custom", message: `${path} is empty` });
      } catch (error) {
        context.addIssue({ code: "custom", message: `${path} can’t be read (${(error as Error).message})` });
      }
      return z.NEVER;
    });
}

/** A filter of LDAP (RFC 4515) that has a place for what it looks for. */
function filterWith(place: string) {
  return z.string().refine((text) => text.startsWith("(") && text.endsWith(")") && text.includes(place), {
    error: `has to be a filter in brackets with ${place} in it`,
  });
}

function isDirectory(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return /^ldaps?:$/.test(protocol) && hostname !== "" && /^\/?$/.test(pathname);
}

/** Over TLS, as the provider's word is taken for it; without it on this machine alone. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}
