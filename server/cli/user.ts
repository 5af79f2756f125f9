import { dirname, join } from "node:path";
import { resetPassword } from "../access/reset-password";
import { type Database, openDatabase } from "../database/open-database";
import { productFile } from "../host/product-file";
import { loadSettings } from "../settings";
import type { Subcommand } from "./subcommand";

/** `passdeck user reset NAME`: the way back in for who may read Passdeck's state folder. */
export const user: Subcommand = {
  usage: "user",
  summary: "let a user in again",
  define(command) {
    command
      .command("reset <name>")
      .description("give a user a new password, end their sessions and forget wrong tries")
      .action(async (name: string) => {
        const password = await withDatabase((database) => resetPassword(database, name));
        process.stdout.write(`${password}\n`);
      });
  },
};

/** Works with the database of this installation; the server may use it meanwhile. */
async function withDatabase<Value>(work: (database: Database) => Promise<Value>): Promise<Value> {
  const migrations = join(dirname(productFile("package.json")), "server/database/migrations");
  const database = openDatabase({ folder: loadSettings().dataFolder, migrations });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
