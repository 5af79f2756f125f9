import type { Who } from "../access/can";
import { byKey } from "../access/keys/api-keys";
import type { CallerAddresses } from "../host/caller-addresses";
import { currentHostReports, type ReadReport } from "./host-report/current-host-report";
import type { Services } from "./services";

/** Somebody who asks for an act, whichever way: a page, REST, or the command line. */
export interface ActRequest extends Who, CallerAddresses {
  services: Services;
  /** The session that they are signed in by. */
  sessionId: string | null;
  /** What their browser kept of an earlier sign-in. */
  browserMark: string | null;
  /** What it calls itself. */
  userAgent: string | null;
  /** Where its page stands, "https://passdeck.lan:8006"; null of who is no page. */
  pageOrigin: string | null;
}

/** What the audit says of an act. */
export interface Told {
  /** What is done: "Renamed from web-1 to web-2". */
  title: string;
  /** Who does it, where that shows only now: the user who signs in. */
  who: string | null;
}

/** What an act may use while it runs. */
export interface ActContext extends ActRequest {
  /** The user's name, with the key's where they ask by one, for histories and jobs; "" where nobody is signed in. */
  by: string;
  /** Tells the audit more than the act's title and who is signed in. */
  tell(said: Partial<Told>): void;
  /** The host's hardware with verdicts for who asks; a host is read once, however many VMs it is asked about for. */
  readReport: ReadReport;
}

/** Who asks, for the audit: "ada", or "ada (key backup)"; null where nobody is signed in. */
export function nameOf({ user, key }: Pick<Who, "user" | "key">): string | null {
  if (user === null) return null;
  return key === undefined ? user.name : byKey(user.name, key.name);
}

/** What acts that are asked for together share. */
export function contextOf(request: ActRequest): ActContext {
  return {
    ...request,
    tell: () => undefined,
    by: nameOf(request) ?? "",
    readReport: currentHostReports(request.services.fleet, request),
  };
}
