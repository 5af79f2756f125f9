import { pino } from "pino";
import * as z from "zod";
import { AccessChanges } from "../access/access-changes";
import { userName } from "../access/credentials.schema";
import { generatedPassword } from "../access/generated-password";
import { Passwords } from "../access/passwords";
import { People } from "../access/people";
import { type Role, roles } from "../access/role";
import { directoryIssuer } from "../access/single-sign-on/directory-options";
import type { Identity } from "../access/single-sign-on/identities";
import type { Database } from "../database/open-database";
import { AppError } from "../errors";
import { loadSettings } from "../settings";
import { audited } from "./audited";
import { withOwnState } from "./own-database";
import type { Subcommand } from "./subcommand";
import { userTable } from "./user-table";

interface UserAct {
  /** As it stands in the audit: "people.reset". */
  act: string;
  description: string;
  title(name: string): string;
  /** @returns a text that is printed, or anything else where there is nothing to say. */
  run(people: People, userId: string): unknown;
}

const userActs: readonly UserAct[] = [
  {
    act: "people.reset",
    description:
      "give a user a new password, take their second factors, end their sessions and forget wrong tries",
    title: (name) => `Reset the password of ${name}`,
    async run(people, userId) {
      const password = generatedPassword();
      await people.setPassword(userId, password);
      return password;
    },
  },
  {
    act: "people.unlock",
    description: "forget a user's wrong tries to sign in",
    title: (name) => `Unlocked ${name}`,
    run: (people, userId) => people.unlock(userId),
  },
  {
    act: "people.disable",
    description: "shut a user out",
    title: (name) => `Disabled ${name}`,
    run: (people, userId) => people.disable(userId),
  },
  {
    act: "people.enable",
    description: "let a disabled user in again",
    title: (name) => `Enabled ${name}`,
    run: (people, userId) => people.enable(userId),
  },
];

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
      .action((name: string, { role }: { role: string }) =>
        withPeople((...state) => add(name, role, ...state)),
      );
    for (const { act, description, title, run } of userActs)
      command
        .command(`${act.slice("people.".length)} <name>`)
        .description(description)
        .action((name: string) =>
          withPeople(async (people, database) => {
            const userId = people.idOf(name);
            const told = { act, title: title(people.nameOf(userId)) };
            const said = await audited(database, told, () => run(people, userId));
            if (typeof said === "string") print(said);
          }),
        );
    command
      .command("link <name> <subject>")
      .option("--ldap", "by the directory of PASSDECK_LDAP_URL")
      .description("have a user sign in by the provider of PASSDECK_OIDC_ISSUER, and by a password no more")
      .action((name: string, subject: string, { ldap = false }: { ldap?: boolean }) =>
        withPeople((...state) => link(name, { issuer: ownIssuer(ldap), subject }, ...state)),
      );
  },
};

async function add(name: string, role: string, people: People, database: Database): Promise<void> {
  const { data, error } = z.object({ name: userName, role: z.enum(roles) }).safeParse({ name, role });
  if (error) throw new AppError("bad-input", { userMessage: complaintOf(error, role) });
  const password = generatedPassword();
  const told = { act: "people.add", title: `Added ${data.name} as ${data.role}` };
  await audited(database, told, () => people.add({ ...data, password }));
  print(password);
}

async function link(name: string, identity: Identity, people: People, database: Database): Promise<void> {
  const userId = people.idOf(name);
  const title = `Linked ${people.nameOf(userId)} with ${identity.subject} of ${identity.issuer}`;
  await audited(database, { act: "people.link", title }, async () => people.link(userId, identity));
}

/** As the provider calls itself in what it signs. */
function ownIssuer(byDirectory: boolean): string {
  const { openId, ldap } = loadSettings().signIn;
  if (byDirectory && ldap !== null) return directoryIssuer(ldap);
  if (!byDirectory && openId !== null) return openId.issuer;
  throw new AppError("bad-input", {
    userMessage: `No provider is set up (${byDirectory ? "PASSDECK_LDAP_URL" : "PASSDECK_OIDC_ISSUER"}). Set it as the server has it.`,
  });
}

function complaintOf(error: z.ZodError, role: string): string {
  if (!roles.includes(role as Role)) return `There is no role ${role}. The roles are ${roles.join(", ")}.`;
  return error.issues.map(({ message }) => message).join(" ");
}

function withPeople(work: (people: People, database: Database) => Promise<void>): Promise<void> {
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
      database,
    ),
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
