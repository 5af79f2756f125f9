import { AppError } from "../../errors";
import type { AccessRoom } from "../access-room";
import { userName } from "../credentials.schema";
import { Groups } from "../groups";
import { JoinLinks } from "../join-links";
import { KeyStore } from "../keys/key-store";
import { noPassword } from "../passwords";
import type { Role } from "../role";
import { Sessions } from "../sessions";
import { type UserRecord, Users } from "../users";
import { Identities, type Identity } from "./identities";
import { type MappedPerson, mappedRole, type RoleMapping } from "./role-mapping";

/** Somebody as their provider tells of them. */
export interface ProvidedPerson extends Identity, MappedPerson {
  /** What a new user of theirs is called; null where the provider tells of no name. */
  name: string | null;
}

/** Users whom a provider of identities vouches for. Their role and their groups are what it says at each sign-in. */
export class ProvidedUsers {
  readonly #room: AccessRoom;
  readonly #mapping: RoleMapping;
  readonly #users: Users;
  readonly #identities: Identities;
  readonly #groups: Groups;

  constructor(room: AccessRoom, mapping: RoleMapping) {
    this.#room = room;
    this.#mapping = mapping;
    this.#users = new Users(room.database);
    this.#identities = new Identities(room.database);
    this.#groups = new Groups(room);
  }

  /**
   * The user that somebody is, with the role and the groups that they have by now; made at their first sign-in.
   * @param tell Is told whom it turned out to be, also where they are refused.
   * @throws AppError "unauthorised" where they are disabled, no role is theirs (any more), or their name is taken.
   */
  admit(person: ProvidedPerson, tell: (who: string) => void): UserRecord {
    const role = mappedRole(this.#mapping, person);
    const known = this.#of(person);
    if (known !== null) tell(known.name);
    if (known?.disabledAt != null) throw refused("Your account here is disabled. Ask an administrator.");
    if (role === null) {
      if (known !== null) this.#takeAway(known, person.groups);
      throw refused(
        "None of your groups has a role in this Passdeck. Ask an administrator to give you one, and sign in again.",
      );
    }
    const name = known?.name ?? this.#freeName(person);
    tell(name);
    const user = this.#room.database.transaction(() => {
      const user = this.#of(person) ?? this.#add(name, role, person);
      if (user.level !== role) this.#users.change(user.id, { level: role });
      this.#joinGroups(user.id, person.groups);
      return { ...user, level: role };
    });
    this.#told(user, "signed in by a provider", role);
    return user;
  }

  #of(person: Identity): UserRecord | null {
    const userId = this.#identities.userOf(person);
    return userId === null ? null : this.#users.byId(userId);
  }

  #add(name: string, level: Role, person: ProvidedPerson): UserRecord {
    const createdAt = this.#room.now();
    const user = this.#users.add({ name, level, passwordHash: noPassword(), createdAt });
    this.#identities.link(user.id, person, createdAt);
    return user;
  }

  /** Takes what a user had by groups that they are in no more, with all that is open by it. */
  #takeAway(user: UserRecord, groups: readonly string[] | null): void {
    const { database } = this.#room;
    database.transaction(() => {
      this.#users.change(user.id, { level: "member" });
      this.#joinGroups(user.id, groups);
      new Sessions(database).endAllOf(user.id);
      new JoinLinks(database).revoke(user.id);
      new KeyStore(database).removeAllOf(user.id);
    });
    this.#told(user, "no group gives them a role any more", "member");
  }

  #joinGroups(userId: string, groups: readonly string[] | null): void {
    if (groups !== null) this.#groups.setGroupsOf(userId, groups);
  }

  #freeName({ name, issuer, subject }: ProvidedPerson): string {
    const { data } = userName.safeParse(name ?? "");
    if (data === undefined)
      throw refused(
        "Your provider gives you no name that a user of Passdeck may have: 1 to 64 letters, digits, dots, dashes, underscores or @.",
      );
    if (this.#users.find(data) === null) return data;
    this.#room.log.warn({ user: data, issuer, subject }, "the name is another user's already");
    throw refused(
      `There is a user ${data} here already, who is not taken to be you. An administrator can join the two: passdeck user link ${data} ${linkable(subject)}${issuer.startsWith("ldap:") ? " --ldap" : ""}`,
    );
  }

  #told({ id, name }: UserRecord, what: string, role: Role): void {
    this.#room.log.info({ user: name, role }, what);
    this.#room.changes.tell(id);
  }
}

/** What a command line takes as one plain word; other subjects stand in the log. */
function linkable(subject: string): string {
  return /^[\w.:@=-]{1,255}$/.test(subject) && !subject.startsWith("-") ? subject : "SUBJECT";
}

function refused(userMessage: string): AppError {
  return new AppError("unauthorised", { userMessage });
}
