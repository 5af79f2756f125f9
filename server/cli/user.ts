import type { Command } from "commander";
import { pino } from "pino";
import * as z from "zod";
import { AccessChanges } from "../access/access-changes";
import { userName } from "../access/credentials.schema";
import { generatedPassword } from "../access/generated-password";
import { Passwords } from "../access/passwords";
import { People } from "../access/people";
import { type Role, roles } from "../access/role";
import { AppError } from "../errors";
import { withOwnState } from "./own-database";
import type { Subcommand } from "./subcommand";
import { userTable } from "./user-table";

/** `passdeck user …`: users for who may write Passdeck's state folder. A server that runs heeds it within a second. */
export const user: Subcommand = {
  usage: "user",
  summary: "add users, and let them in again",
  define(command) {
    command
      .command("list")
      .description("show all users")
      .action(() => withPeople(async (people) => print(userTable(people.all(), Date.now()))));
    command
      .command("add <name>")
      .requiredOption("--role <role>", roles.join(", "))
      .description("add a user, and print their password")
      .action((name: string, { role }: { role: string }) => withPeople((people) => add(people, name, role)));
    onUser(
      command,
      "reset",
      "give a user a new password, take their second factors, end their sessions and forget wrong tries",
      reset,
    );
    onUser(command, "unlock", "forget a user's wrong tries to sign in", (people, id) => people.unlock(id));
    onUser(command, "disable", "shut a user out", (people, id) => people.disable(id));
    onUser(command, "enable", "let a disabled user in again", (people, id) => people.enable(id));
  },
};

function onUser(
  command: Command,
  act: string,
  description: string,
  run: (people: People, userId: string) => void | Promise<void>,
): void {
  command
    .command(`${act} <name>`)
    .description(description)
    .action((name: string) => withPeople(async (people) => run(people, people.idOf(name))));
}

async function add(people: People, name: string, role: string): Promise<void> {
  const { data, error } = z.object({ name: userName, role: z.enum(roles) }).safeParse({ name, role });
  if (error) throw new AppError("bad-input", { userMessage: complaintOf(error, role) });
  const password = generatedPassword();
  await people.add({ ...data, password });
  print(password);
}

async function reset(people: People, userId: string): Promise<void> {
  const password = generatedPassword();
  await people.setPassword(userId, password);
  print(password);
}

function complaintOf(error: z.ZodError, role: string): string {
  if (!roles.includes(role as Role)) return `There is no role ${role}. The roles are ${roles.join(", ")}.`;
  return error.issues.map(({ message }) => message).join(" ");
}

function withPeople(work: (people: People) => Promise<void>): Promise<void> {
  const log = pino({ level: "silent" });
  return withOwnState(({ database }) =>
    work(
      new People({
        database,
        changes: new AccessChanges(),
        passwords: new Passwords(),
        log,
        now: Date.now,
      }),
    ),
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
