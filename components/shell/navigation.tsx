"use client";

import { usePathname } from "next/navigation";
import { useSession } from "@/components/data/session";
import { PageLink } from "@/components/fleet/page-link";
import { classNames } from "@/components/ui/class-names";
import { destinations, isCurrent, isOpen } from "./destinations";

/** The destinations as a column beside the page, or as a bar along its bottom edge. */
export function Navigation({ layout }: { layout: "column" | "bar" }) {
  const pathname = usePathname();
  const column = layout === "column";
  const allowed = useSession()?.allowed;
  const shown = destinations.filter((one) => isOpen(one, allowed) && (column || !one.rare));
  return (
    <nav aria-label="Main">
      <ul className={column ? "flex flex-col gap-0.5" : "flex"}>
        {shown.map(({ href, label, icon: Icon }) => {
          const current = isCurrent(href, pathname);
          return (
            <li key={href} className="flex-auto">
              <PageLink
                href={href}
                aria-current={current ? "page" : undefined}
                className={classNames(
                  "flex items-center rounded-md font-medium transition-colors",
                  "h-13 flex-col justify-center gap-0.5 text-xs",
                  column && "lg:h-8 lg:flex-row lg:justify-start lg:gap-2.5 lg:px-2.5 lg:text-base",
                  current ? "text-foreground" : "text-muted hover:text-foreground",
                  column && (current ? "bg-foreground/8" : "hover:bg-foreground/5"),
                )}
              >
                <Icon aria-hidden className={classNames("size-4", current && "text-accent")} />
                {label}
              </PageLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
