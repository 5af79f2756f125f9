import { wrongCode } from "../../access/factors/second-factors";
import type { UserRecord } from "../../access/users";
import type { ActContext } from "../act-context";
import { ownSession } from "./own-session";

/**
 * Who asks, once they have shown their password.
 * @throws AppError "bad-input" where it is wrong, "too-many-requests".
 */
export function byPassword(context: ActContext, password: string): Promise<UserRecord> {
  return context.services.accounts.confirmPassword(ownSession(context), password, originOf(context));
}

/**
 * Who asks, once they have shown their password and a code that was not used before.
 * @throws AppError "bad-input" where one is wrong, "too-many-requests".
 */
export async function byPasswordAndCode(
  context: ActContext,
  { password, code }: { password: string; code: string },
): Promise<UserRecord> {
  const user = await byPassword(context, password);
  if ((await context.services.factors.takeCode(user, code, originOf(context))) === null) throw wrongCode();
  return user;
}

export function originOf({ remoteAddress, browserMark }: ActContext) {
  return { address: remoteAddress, browserMark };
}
