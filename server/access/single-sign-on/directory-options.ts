/** How an LDAP directory is reached, and how its entries are read. */
export interface DirectoryOptions {
  /** "ldaps://ldap.example.org", "ldap://127.0.0.1:3890" */
  url: string;
  /** Whether "ldap:" goes over to TLS before anything is said. */
  startTls: boolean;
  /** The certificates of its authority, in PEM; null for those that Node knows. */
  ca: string | null;
  /** Who searches; null searches without a name. */
  account: { dn: string; password: string } | null;
  /** Below which entry users are. */
  base: string;
  /** Finds a user: "{name}" stands for what was typed, escaped. */
  userFilter: string;
  /** What a new user is called by. */
  nameAttribute: string;
  /** What stays the same for good. */
  idAttribute: string;
  /** Finds a user's groups, with "{dn}" for the user; null where entries have memberOf. */
  groupFilter: string | null;
  /** Below which entry groups are. */
  groupBase: string;
  /** What it is called: "the company's directory". */
  label: string;
}

/** What identities of a directory's users are marked by. */
export function directoryIssuer({ base }: Pick<DirectoryOptions, "base">): string {
  return `ldap:${base.toLowerCase()}`;
}
