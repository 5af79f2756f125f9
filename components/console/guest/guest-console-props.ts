import type { SocketAccess } from "../ticketed-link";

/** What both kinds of console need for a guest. */
export interface GuestConsoleProps {
  vmName: string;
  /** The link is one to watch only. */
  readOnly: boolean;
  opener: SocketAccess;
}
