import type { ReactNode } from "react";
import { buttonClasses } from "./button";
import { EmptyState } from "./empty-state";
import { Link } from "./link";
import { Skeleton } from "./skeleton";

export interface ListLinkProps {
  href: string;
  /** What the list is called in the navigation: "Networks". */
  list: string;
}

/** The way back from a thing's page to the list of all. */
export function Breadcrumb({ href, list }: ListLinkProps) {
  return (
    <nav aria-label="Breadcrumb" className="mb-1 text-sm">
      <Link
        href={href}
        className="inline-flex min-h-6 items-center text-muted hover:text-foreground hover:underline"
      >
        {list}
      </Link>
    </nav>
  );
}

/** Stands in place of the page of a thing that is not there. @param what One of them: "network". */
export function NoSuchThing({ icon, what, href, list }: ListLinkProps & { icon: ReactNode; what: string }) {
  return (
    <EmptyState
      headingLevel={1}
      icon={icon}
      title={`There is no such ${what}`}
      description="It was deleted, or the address is wrong."
      action={
        <Link href={href} className={buttonClasses()}>
          All {list}
        </Link>
      }
    />
  );
}

/** The heading of a thing's page while nothing is known of it, above what stands for its content. */
export function DetailSkeleton({ children }: { children: ReactNode }) {
  return (
    <div aria-busy="true">
      <Skeleton className="h-7 w-56" />
      <Skeleton className="mt-2 mb-8 h-4 w-72 max-w-full" />
      {children}
    </div>
  );
}
