import {
  CalendarClock,
  CircleUser,
  CircuitBoard,
  HardDrive,
  LayoutDashboard,
  type LucideIcon,
  Monitor,
  Network,
  Server,
  ServerCog,
} from "lucide-react";
import type { Allowed } from "@/server/access/allowed.schema";
import type { ObjectKind } from "@/server/access/object.schema";
import type { Act } from "@/server/access/rights";

export interface Destination {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Pressed after "g". */
  key: string;
  /** Only who may do this, to an object of this kind, is led there. */
  needs?: { act: Act; kind: ObjectKind };
  /** Only whom one of these is shared with, who may not see all of them, is led there. */
  shared?: "named";
  /** Few are led there: in the bar there is no room for it, and the menu of the user leads there. */
  rare?: boolean;
}

function onHost(act: Act): NonNullable<Destination["needs"]> {
  return { act, kind: "host" };
}

/** Where the shell leads to, in the order in which it is shown. */
export const destinations: readonly Destination[] = [
  { href: "/", label: "Overview", icon: LayoutDashboard, key: "o" },
  { href: "/vms", label: "VMs", icon: Monitor, key: "v" },
  { href: "/host", label: "Host", icon: Server, key: "h", needs: onHost("host.watchReport") },
  {
    href: "/passthrough",
    label: "Passthrough",
    icon: CircuitBoard,
    key: "p",
    needs: onHost("host.watchReport"),
  },
  { href: "/devices", label: "Devices", icon: CalendarClock, key: "d", shared: "named" },
  { href: "/storage", label: "Storage", icon: HardDrive, key: "s", needs: onHost("storage.watch") },
  { href: "/networks", label: "Networks", icon: Network, key: "n", needs: onHost("network.watch") },
  {
    href: "/hosts",
    label: "Hosts",
    icon: ServerCog,
    key: "f",
    needs: { act: "hosts.watch", kind: "installation" },
    rare: true,
  },
  {
    href: "/people",
    label: "People",
    icon: CircleUser,
    key: "u",
    needs: { act: "people.watch", kind: "installation" },
    rare: true,
  },
];

/** Whether `pathname` is the destination's page or one below it. */
export function isCurrent(href: string, pathname: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}

/** Whether somebody is led to a destination; `allowed` is undefined until it is known, when what all but few see is shown. */
export function isOpen({ needs, shared, rare = false }: Destination, allowed: Allowed | undefined): boolean {
  if (shared !== undefined) return allowed !== undefined && hasShared(allowed, shared);
  if (needs === undefined) return true;
  return allowed === undefined ? !rare : allowed.each[needs.kind].includes(needs.act);
}

function hasShared({ each, shared }: Allowed, kind: "named"): boolean {
  const seesAll = each[kind].includes("named.see");
  return !seesAll && Object.keys(shared).some((key) => key.startsWith(`${kind}/`));
}
