import { posix } from "node:path";
import type { HostTree } from "./host-tree";

/** The desktop of a host: what shows its sign-in, and who is signed in there. */
export interface Desktop {
  /** "gdm"; null where none is set up. */
  manager: string | null;
  users: readonly string[];
}

const manager = "etc/systemd/system/display-manager.service";
const sessions = "run/systemd/sessions";

/** Read of what logind keeps of its sessions (systemd's src/login/logind-session.c). */
export async function readDesktop(tree: HostTree): Promise<Desktop> {
  const first = await tree.readMany({ links: [manager], folders: [sessions], skipForbidden: true });
  const files = first
    .names(sessions)
    .filter((name) => !name.endsWith(".ref"))
    .map((name) => `${sessions}/${name}`);
  const read = await tree.readMany({ texts: files, skipForbidden: true });
  const users = files.flatMap((file) => {
    const text = read.text(file) ?? "";
    const isGraphical = /^TYPE=(?:x11|wayland|mir)$/m.test(text) && /^CLASS=user$/m.test(text);
    return isGraphical ? (/^USER=(.+)$/m.exec(text)?.[1] ?? []) : [];
  });
  const target = first.link(manager);
  return {
    manager: target === null ? null : posix.basename(target, ".service"),
    users: [...new Set(users)].sort(),
  };
}

/** What of a desktop has to be told before it is turned off. */
export function desktopWarnings({ manager: name, users }: Desktop): string[] {
  const shown =
    name === null ? [] : [`${name} shows no sign-in from the next start on; the console and SSH stay.`];
  const signedIn =
    users.length === 0
      ? []
      : [
          `${users.join(", ")} ${users.length === 1 ? "is" : "are"} signed in at the desktop: nothing changes for them before the restart.`,
        ];
  return [...signedIn, ...shown];
}
