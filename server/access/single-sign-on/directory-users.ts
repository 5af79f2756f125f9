import type { AccessRoom } from "../access-room";
import type { UserRecord } from "../users";
import { Directory } from "./directory";
import type { DirectoryOptions } from "./directory-options";
import { Identities } from "./identities";
import { ProvidedUsers } from "./provided-users";
import type { RoleMapping } from "./role-mapping";

/** Users whose password a directory knows. */
export class DirectoryUsers {
  readonly #directory: Directory;
  readonly #provided: ProvidedUsers;
  readonly #identities: Identities;

  constructor(room: AccessRoom, options: DirectoryOptions, roles: RoleMapping) {
    this.#directory = new Directory(options);
    this.#provided = new ProvidedUsers(room, roles);
    this.#identities = new Identities(room.database);
  }

  get label(): string {
    return this.#directory.label;
  }

  /**
   * The user who has this name and this password in the directory, with the role and the groups that they have by now; null
   * where nobody has.
   * @throws AppError as `Directory.authenticate` and `ProvidedUsers.admit`.
   */
  async signIn({ name, password }: { name: string; password: string }): Promise<UserRecord | null> {
    const person = await this.#directory.authenticate(name, password);
    return person && this.#provided.admit(person, () => undefined);
  }

  /** Whether a user is one of the directory's. */
  has(userId: string): boolean {
    return this.#identities.of(userId)?.issuer === this.#directory.issuer;
  }

  /** Whether it is their password by the directory. */
  async isPasswordOf({ id, name }: UserRecord, password: string): Promise<boolean> {
    const person = await this.#directory.authenticate(name, password);
    return person !== null && this.#identities.userOf(person) === id;
  }
}
