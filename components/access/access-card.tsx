import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

export interface AccessCardProps {
  title: string;
  /** A sentence under the title. */
  lead?: ReactNode;
  children?: ReactNode;
}

/** The sheet in the middle of a page that needs no sign-in. */
export function AccessCard({ title, lead, children }: AccessCardProps) {
  return (
    <Card aria-labelledby="access-title" className="p-6">
      <h1 id="access-title" className="font-semibold text-xl">
        {title}
      </h1>
      {lead === undefined ? null : <p className="mt-1.5 text-muted">{lead}</p>}
      <div className="mt-5 empty:hidden">{children}</div>
    </Card>
  );
}
