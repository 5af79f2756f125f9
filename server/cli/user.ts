import { resetPassword } from "../access/reset-password";
import { withOwnState } from "./own-database";
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
        const password = await withOwnState(({ database }) => resetPassword(database, name));
        process.stdout.write(`${password}\n`);
      });
  },
};
