import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "../database/open-database";
import { sessions, users } from "../database/schema";
import { AppError } from "../errors";
import { Passwords } from "./passwords";
import { Users } from "./users";

/** Without what is easily taken for something else: 0 and o, 1 and l. */
const letters = "abcdefghijkmnpqrstuvwxyz23456789";
/** 100 bits, in five groups of four that one can type. */
const [groups, groupLength] = [5, 4];

/**
 * Gives a user a new password, ends their sessions, and opens an account that is closed after wrong tries.
 * @returns The password, which stands nowhere else.
 * @throws AppError "not-found" where there is no such user.
 */
export async function resetPassword(
  database: Database,
  name: string,
  passwords: Pick<Passwords, "hash"> = new Passwords(),
): Promise<string> {
  const user = new Users(database).find(name);
  if (!user) throw new AppError("not-found", { userMessage: `There is no user ${name}.` });
  const password = newPassword();
  const passwordHash = await passwords.hash(password);
  database.transaction(() => {
    database.query.update(users).set({ passwordHash }).where(eq(users.id, user.id)).run();
    database.query.delete(sessions).where(eq(sessions.userId, user.id)).run();
  });
  return password;
}

function newPassword(): string {
  const letter = () => letters.charAt(randomInt(letters.length));
  const group = () => Array.from({ length: groupLength }, letter).join("");
  return Array.from({ length: groups }, group).join("-");
}
