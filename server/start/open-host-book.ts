import type { Database } from "../database/open-database";
import type { Fleet } from "../fleet/fleet";
import { CredentialKey } from "../work/hosts/credential-key";
import { HostBook } from "../work/hosts/host-book";
import type { Opening } from "./opening";

/** The hosts that are managed beside this machine. */
export function openHostBook(
  { settings, log, closers }: Opening,
  database: Database,
  fleet: Fleet,
): HostBook {
  const key = new CredentialKey(settings.dataFolder);
  const { demo, hosts: given } = settings;
  const book = new HostBook({ demo, given, database, fleet, key, log: log.child({ room: "hosts" }) });
  book.open();
  closers.push(() => book.close());
  return book;
}
