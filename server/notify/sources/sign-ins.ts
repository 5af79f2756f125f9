import { and, eq, gt, lt } from "drizzle-orm";
import type { AccessChanges, ChangedUser } from "../../access/access-changes";
import { addressKey } from "../../access/address-key";
import { browserWords } from "../../access/browser-words";
import type { Database } from "../../database/open-database";
import { knownPlaces, sessions, users } from "../../database/tables/people";
import type { Notifications } from "../notifications";
import { aboutNothing, type Occurrence } from "../occurrence.schema";
import { peoplePage } from "../pages";
import { subjectWords } from "../subject.schema";

/** A place that somebody was not at for this long is new again; milliseconds. */
const knownForMs = 180 * 24 * 3_600_000;

interface SignInParts {
  database: Database;
  changes: Pick<AccessChanges, "listen">;
  notifications: Pick<Notifications, "tell">;
  now?: () => number;
}

/**
 * Tells of each session that was begun where its user has never been: from another network, or by another browser. The first
 * place of a user is where they come from, and is not told. It goes on until the returned function is called.
 */
export function tellSignIns({ database, changes, notifications, now = Date.now }: SignInParts): () => void {
  const look = (changed: ChangedUser) => {
    const told = database.transaction(() => newPlaces(database, changed, now()));
    for (const { sessionId, ...occurrence } of told) notifications.tell(`sign-in/${sessionId}`, occurrence);
  };
  look(null);
  return changes.listen(look);
}

type NewPlace = Occurrence & { sessionId: string };

function newPlaces({ query }: Database, changed: ChangedUser, now: number): NewPlace[] {
  query
    .delete(knownPlaces)
    .where(lt(knownPlaces.lastSeenAt, now - knownForMs))
    .run();
  const open = gt(sessions.expiresAt, now);
  const rows = query
    .select({ session: sessions, name: users.name })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(changed === null ? open : and(open, eq(sessions.userId, changed)))
    .orderBy(sessions.createdAt)
    .all();
  return rows.flatMap(({ session, name }) => {
    const { id: sessionId, userId, address, userAgent, lastUsedAt, createdAt: at } = session;
    // Of a session from before this was kept nobody knows where it was begun.
    if (address === null) return [];
    const browser = browserWords(userAgent) ?? "an unknown browser";
    const place = `${addressKey(address)} ${browser}`;
    const ofUser = eq(knownPlaces.userId, userId);
    const known = query.select({ place: knownPlaces.place }).from(knownPlaces).where(ofUser).all();
    const row = { userId, place, lastSeenAt: lastUsedAt };
    query
      .insert(knownPlaces)
      .values(row)
      .onConflictDoUpdate({
        target: [knownPlaces.userId, knownPlaces.place],
        set: { lastSeenAt: lastUsedAt },
      })
      .run();
    if (known.length === 0 || known.some((one) => one.place === place)) return [];
    return [{ sessionId, ...occurrenceOf({ userId, name, address, browser, at }) }];
  });
}

interface SignIn {
  userId: string;
  name: string;
  address: string;
  browser: string;
  at: number;
}

function occurrenceOf({ userId, name, address, browser, at }: SignIn): Occurrence {
  return {
    ...aboutNothing,
    subject: "sign-in",
    severity: subjectWords["sign-in"].severity,
    at,
    title: `${name} signed in from a new place`,
    detail: `From ${address}, with ${browser}. If that was not ${name}, end the session in My account or People, and change the password.`,
    userId,
    page: peoplePage,
  };
}
