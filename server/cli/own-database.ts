import { dirname, join } from "node:path";
import { type Database, openDatabase } from "../database/open-database";
import { productFile } from "../host/product-file";
import { loadSettings } from "../settings";

/** What a command finds of this installation. */
export interface OwnState {
  database: Database;
  /** The state folder. */
  dataFolder: string;
}

/** Works with the database of this installation; the server may use it meanwhile. */
export async function withOwnState<Value>(work: (state: OwnState) => Promise<Value>): Promise<Value> {
  const migrations = join(dirname(productFile("package.json")), "server/database/migrations");
  const { dataFolder, database: postgres } = loadSettings();
  const database = openDatabase({ folder: dataFolder, migrations, postgres });
  try {
    return await work({ database, dataFolder });
  } finally {
    database.close();
  }
}
