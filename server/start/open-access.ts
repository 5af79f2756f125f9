import { Access } from "../access/access";
import { AccessChanges } from "../access/access-changes";
import { ConsoleLinks } from "../access/console-links";
import { FactorKey } from "../access/factors/factor-key";
import { SecondFactors } from "../access/factors/second-factors";
import { Passwords } from "../access/passwords";
import { PersonSight } from "../access/person-sight";
import { DirectoryUsers } from "../access/single-sign-on/directory-users";
import type { Database } from "../database/open-database";
import type { Opening } from "./opening";

const hourMs = 3_600_000;

/** Who may what: users, sessions, second factors, links to consoles. */
export function openAccess({ settings, log, closers, now }: Opening, database: Database) {
  const room = {
    database,
    changes: new AccessChanges(),
    passwords: new Passwords(),
    log: log.child({ room: "access" }),
    now,
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
  return { room, factors, directory, access, sight, consoleLinks };
}

/** What of access other rooms are made with. */
export type AccessRooms = ReturnType<typeof openAccess>;
