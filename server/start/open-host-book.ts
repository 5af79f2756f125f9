import type { Database } from "../database/open-database";
import type { Fleet } from "../fleet/fleet";
import { CredentialKey } from "../work/hosts/credential-key";
import { HostBook } from "../work/hosts/host-book";
import type { Opening } from "./opening";

/** The hosts that are managed over ssh. */
export function openHostBook(
  { settings, log, closers }: Opening,
  database: Database,
  fleet: Fleet,
): HostBook {
  const key = new CredentialKey(settings.dataFolder);
  const { demo } = settings;
  const book = new HostBook({ demo, database, fleet, key, log: log.child({ room: "hosts" }) });
  book.open();
  closers.push(() => book.close());
  return book;
}
