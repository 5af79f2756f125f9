import {
  CircleUser,
  CircuitBoard,
  HardDrive,
  LayoutDashboard,
  type LucideIcon,
  Monitor,
  Network,
  Server,
} from "lucide-react";
import type { Act } from "@/server/access/rights";

export interface Destination {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Pressed after "g". */
  key: string;
  /** Only who may do this is led there. */
  act?: Act;
}

/** Where the shell leads to, in the order in which it is shown. */
export const destinations: readonly Destination[] = [
  { href: "/", label: "Overview", icon: LayoutDashboard, key: "o" },
  { href: "/vms", label: "VMs", icon: Monitor, key: "v" },
  { href: "/host", label: "Host", icon: Server, key: "h" },
  { href: "/passthrough", label: "Passthrough", icon: CircuitBoard, key: "p" },
  { href: "/storage", label: "Storage", icon: HardDrive, key: "s" },
  { href: "/networks", label: "Networks", icon: Network, key: "n" },
  { href: "/people", label: "People", icon: CircleUser, key: "u", act: "people.watch" },
];

/** Whether `pathname` is the destination's page or one below it. */
export function isCurrent(href: string, pathname: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
