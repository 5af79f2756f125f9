import { posix } from "node:path";
import { type BootCommand, once } from "../host/boot/boot-setup";
import { defaultTargets } from "../host/default-targets";
import type { PrepareFiles } from "./prepare-files";
import { Refused } from "./refused";

/** What a host starts: a desktop, or none. */
export type DefaultTarget = "graphical" | "multi-user";

/**
 * What has systemd start another target from the next start on; nothing where it does already.
 * @throws Refused where systemd does not start the host.
 */
export function planTarget({ links }: Pick<PrepareFiles, "links">, target: DefaultTarget): BootCommand[] {
  const now = targetNow(links);
  if (now === null)
    throw new Refused("Nothing tells what this host starts: systemd has no default target here.");
  const wanted = `${target}.target`;
  return now === wanted ? [] : [once("systemctl", "set-default", wanted)];
}

/** "graphical.target": the link of /etc counts before the distribution's. null where there is none. */
export function targetNow(links: ReadonlyMap<string, string>): string | null {
  const target = defaultTargets.map((path) => links.get(path)).find((one) => one !== undefined);
  return target === undefined ? null : posix.basename(target);
}
