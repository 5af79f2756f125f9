import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { openDatabase } from "../../../database/open-database";
import { users } from "../../../database/tables/people";
import { productFile } from "../../../host/product-file";

/** Makes a state folder below `folder` in which there is a user, a member. @returns Its path. */
export async function stateWithUser(folder: string, user: { id: string; name: string }): Promise<string> {
  const state = await mkdtemp(join(folder, "state-"));
  const database = openDatabase({ folder: state, migrations: productFile("server/database/migrations") });
  database.query
    .insert(users)
    .values({ ...user, level: "member", passwordHash: "!", createdAt: 1 })
    .run();
  database.close();
  return state;
}
