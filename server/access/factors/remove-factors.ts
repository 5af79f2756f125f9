import type { Database } from "../../database/open-database";
import { PasskeyRows } from "./passkey-rows";
import { RecoveryCodes } from "./recovery-codes";
import { TotpRows } from "./totp-rows";

/** Takes all that a user has beside their password, so that the password alone signs them in. */
export function removeFactors(database: Database, userId: string): void {
  new TotpRows(database).remove(userId);
  new PasskeyRows(database).removeAll(userId);
  new RecoveryCodes(database).removeAll(userId);
}
