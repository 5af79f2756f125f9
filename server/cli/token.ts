import { type Command, InvalidArgumentError } from "commander";
import { pino } from "pino";
import type * as z from "zod";
import { AccessChanges } from "../access/access-changes";
import { type ApiKey, newKeySchema } from "../access/keys/api-key.schema";
import { ApiKeys } from "../access/keys/api-keys";
import { Passwords } from "../access/passwords";
import { People } from "../access/people";
import { roles } from "../access/role";
import { AppError } from "../errors";
import { audited } from "./audited";
import { type OwnState, withOwnState } from "./own-database";
import type { Subcommand } from "./subcommand";
import { tableText } from "./table-text";
import { vmNamed } from "./vm-named";

interface Options {
  role: string;
  user?: string;
  name?: string;
  days: number;
  vm: string[];
  act: string[];
}

/** `passdeck token …`: API keys for who may write Passdeck's state folder. A server that runs heeds it within a second. */
export const token: Subcommand = {
  usage: "token",
  summary: "make API keys, and revoke them",
  define(command) {
    onUser(command, "create", "make an API key, and print it")
      .requiredOption("--role <role>", `the most that it may: ${roles.join(", ")}`)
      .option("--name <name>", "what it is called (default: the time)")
      .option("--days <days>", "how long it works", wholeNumber, 90)
      .option(
        "--vm <vm>",
        "only this VM, by its name, its UUID or HOST/UUID; several may be given",
        collect,
        [],
      )
      .option("--act <act>", "only this, such as vm.act or vm.*; several may be given", collect, [])
      .action((options: Options) => withKeys(options.user, (found) => create(found, options)));
    onUser(command, "list", "show API keys").action(({ user }: { user?: string }) =>
      withKeys(user, ({ keys, userId }) => print(keyTable(keys.of(userId)))),
    );
    onUser(command, "revoke <name>", "end an API key, by its name or its id").action(
      (name: string, { user }: { user?: string }) => withKeys(user, (found) => revoke(found, name)),
    );
  },
};

interface Found {
  keys: ApiKeys;
  userId: string;
  /** Their name. */
  owner: string;
  state: OwnState;
}

function onUser(command: Command, usage: string, description: string): Command {
  return command
    .command(usage)
    .description(description)
    .option("--user <user>", "whose (default: the first administrator)");
}

async function create(
  { keys, userId, owner, state }: Found,
  { role, name, days, vm, act }: Options,
): Promise<void> {
  const wish = {
    name: name ?? `made ${new Date().toISOString()}`,
    role,
    days,
    vms: vm.length === 0 ? null : vm.map((words) => vmNamed(state.database, words)),
    acts: act.length === 0 ? null : act,
  };
  const { data, error } = newKeySchema.safeParse(wish);
  if (error) throw new AppError("bad-input", { userMessage: complaintOf(error, role) });
  const title = `Created the API key ${data.name} (${data.role}) of ${owner}`;
  const { key } = await audited(state.database, { act: "account.createKey", title }, () =>
    keys.create(userId, data),
  );
  print(key);
}

async function revoke({ keys, userId, owner, state }: Found, name: string): Promise<void> {
  const key = keys.of(userId).find((one) => one.id === name || one.name.toLowerCase() === name.toLowerCase());
  if (key === undefined) throw new AppError("not-found", { userMessage: `There is no API key ${name}.` });
  const title = `Revoked the API key ${key.name} of ${owner}`;
  await audited(state.database, { act: "account.revokeKey", title }, () => keys.revoke(userId, key.id));
}

function complaintOf(error: z.ZodError, role: string): string {
  if (error.issues.some(({ path }) => path[0] === "role"))
    return `There is no role ${role}. The roles are ${roles.join(", ")}.`;
  return error.issues.map(({ message }) => message).join(" ");
}

function withKeys(user: string | undefined, work: (found: Found) => void | Promise<void>): Promise<void> {
  return withOwnState(async (state) => {
    const room = {
      database: state.database,
      changes: new AccessChanges(),
      passwords: new Passwords(),
      log: pino({ level: "silent" }),
      now: Date.now,
    };
    const people = new People(room);
    const userId = user === undefined ? firstAdministrator(people) : people.idOf(user);
    await work({ keys: new ApiKeys(room), userId, owner: people.nameOf(userId), state });
  });
}

/** Whose keys are meant where nobody is named. @throws AppError "conflict" where there is no administrator yet. */
function firstAdministrator(people: People): string {
  const id = people.firstAdministrator();
  if (id !== null) return id;
  throw new AppError("conflict", {
    userMessage:
      "There is no administrator yet. Open the link that Passdeck printed, or use “passdeck user add”.",
  });
}

function keyTable(keys: readonly ApiKey[]): string {
  return tableText(
    ["NAME", "ROLE", "VMS", "ACTS", "EXPIRES", "LAST USED", "ID"],
    keys.map(({ name, role, vms, acts, expiresAt, lastUsedAt, lastUsedAddress, id }) => [
      name,
      role,
      vms === null ? "all" : String(vms.length),
      acts === null ? "all" : acts.join(" "),
      minuteOf(expiresAt),
      lastUsedAt === null ? "never" : `${minuteOf(lastUsedAt)} ${lastUsedAddress ?? ""}`.trim(),
      id,
    ]),
  );
}

function minuteOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16)}Z`;
}

function wholeNumber(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a whole number of days.");
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
