import type { SignedInUser } from "../access/session";
import type { Level } from "./permissions";
import type { Services } from "./services";

/** What a procedure knows of its caller. Made anew for each request and each socket. */
export interface Context {
  services: Services;
  /** "public" where nobody is signed in. */
  level: Level;
  user: SignedInUser | null;
  /** Address of the other end, for limits and the log. */
  remoteAddress: string;
  /** Set-Cookie headers that the answer is to carry; ignored on sockets. */
  setCookie(value: string): void;
}
