import { type Client, type Entry, Filter, ResultCodeError } from "ldapts";
import { withDirectory } from "./directory-line";
import { type DirectoryOptions, directoryIssuer } from "./directory-options";
import { directoryTrouble } from "./directory-trouble";
import type { ProvidedPerson } from "./provided-users";

/**
 * What a directory answers a bind that it does not let in (RFC 4511, A.2): no such password, a wrong one, one that has expired, and an
 * account that is locked.
 */
const refusals: readonly number[] = [48, 49, 50, 53];
/** More than one is no user. */
const enough = 2;

/** An LDAP directory that knows users and their passwords. */
export class Directory {
  readonly #options: DirectoryOptions;

  constructor(options: DirectoryOptions) {
    this.#options = options;
  }

  /** What its users' identities are marked by. */
  get issuer(): string {
    return directoryIssuer(this.#options);
  }

  get label(): string {
    return this.#options.label;
  }

  /**
   * Who has this name and this password in the directory; null where nobody has.
   * @throws AppError "timed-out" where it does not answer, "host-refused" where it can't be used.
   */
  async authenticate(name: string, password: string): Promise<ProvidedPerson | null> {
    // A bind without a password succeeds as nobody (RFC 4513, 5.1.2).
    if (name.trim() === "" || password === "") return null;
    try {
      return await withDirectory(this.#options, (client) =>
        this.#authenticate(client, name.trim(), password),
      );
    } catch (error) {
      throw directoryTrouble(error, this.#options.label);
    }
  }

  async #authenticate(client: Client, name: string, password: string): Promise<ProvidedPerson | null> {
    const { account } = this.#options;
    if (account !== null) await client.bind(account.dn, account.password);
    const entry = await this.#find(client, name);
    if (entry === null) return null;
    // Users themselves may often not read groups.
    const person = this.#personOf(entry, await this.#groupsOf(client, entry));
    return (await mayBind(client, entry.dn, password)) ? person : null;
  }

  async #find(client: Client, name: string): Promise<Entry | null> {
    const { base, userFilter, nameAttribute, idAttribute } = this.#options;
    const { searchEntries } = await client.search(base, {
      scope: "sub",
      filter: userFilter.replaceAll("{name}", () => Filter.escape(name)),
      attributes: [nameAttribute, idAttribute, "memberOf"],
      explicitBufferAttributes: [idAttribute],
      sizeLimit: enough,
    });
    return searchEntries.length === 1 ? (searchEntries[0] ?? null) : null;
  }

  async #groupsOf(client: Client, entry: Entry): Promise<string[]> {
    const { groupFilter, groupBase } = this.#options;
    if (groupFilter === null) return textsOf(attributeOf(entry, "memberOf")).map(nameOfGroup);
    const { searchEntries } = await client.search(groupBase, {
      scope: "sub",
      filter: groupFilter.replaceAll("{dn}", () => Filter.escape(entry.dn)),
      attributes: ["cn"],
    });
    return searchEntries.flatMap((group) => textsOf(attributeOf(group, "cn")));
  }

  #personOf(entry: Entry, groups: string[]): ProvidedPerson {
    const { nameAttribute, idAttribute } = this.#options;
    const id = [attributeOf(entry, idAttribute)].flat()[0];
    if (id === undefined || id.length === 0) throw new Error(`the entry has no ${idAttribute}`);
    return {
      issuer: this.issuer,
      subject: typeof id === "string" ? id : idText(id, idAttribute),
      name: textsOf(attributeOf(entry, nameAttribute))[0] ?? null,
      groups,
      // In many directories users write their own address.
      email: null,
    };
  }
}

async function mayBind(client: Client, dn: string, password: string): Promise<boolean> {
  try {
    await client.bind(dn, password);
    return true;
  } catch (error) {
    if (error instanceof ResultCodeError && refusals.includes(error.code)) return false;
    throw error;
  }
}

type Value = Entry[string];

/** Names of attributes differ in case. */
function attributeOf(entry: Entry, name: string): Value | undefined {
  const own = Object.keys(entry).find((key) => key.toLowerCase() === name.toLowerCase());
  return own === undefined ? undefined : entry[own];
}

function textsOf(value: Value | undefined): string[] {
  return [value ?? []].flat().map(String);
}

/** UUIDs are text in most directories, and sixteen bytes in Active Directory. */
function idText(id: Buffer, attribute: string): string {
  return id.toString(attribute.toLowerCase() === "objectguid" ? "hex" : "utf8");
}

/** "cn=ops,ou=groups,dc=example,dc=org": the value of the first part, unescaped (RFC 4514). */
function nameOfGroup(dn: string): string {
  const [, value = ""] = /^[^=]*=((?:\\.|[^,+\\])*)/s.exec(dn) ?? [];
  return value
    .replace(/(?:\\[0-9a-f]{2})+/gi, (bytes) =>
      Buffer.from(bytes.replaceAll("\\", ""), "hex").toString("utf8"),
    )
    .replace(/\\(.)/gs, "$1")
    .trim();
}
