"use client";

import { Download, ScrollText } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { Loaded } from "@/components/data/loaded";
import { installationObject, useRights } from "@/components/data/use-rights";
import { Button, buttonClasses } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { AuditState } from "./audit-state";
import { AuditTable } from "./audit-table";
import { AuditToolbar } from "./audit-toolbar";
import { type AuditWish, everything, exportAddress, filterOf } from "./audit-wish";
import { useAudit } from "./use-audit";

/** Who did what to what, from where, and what came of it. */
export function AuditPage() {
  const refused = useRights(installationObject)("audit.list");
  return refused === null ? <AuditLog /> : <NotForYou />;
}

function NotForYou() {
  return (
    <>
      <PageHeader title="Audit log" />
      <EmptyState
        icon={<ScrollText />}
        title="Only administrators see the audit log"
        description="Ask one of them what was done, or for their role."
      />
    </>
  );
}

function AuditLog() {
  const [wish, setWish] = useState(everything);
  const shown = useDeferredValue(wish);
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Who changed what, from where, and what came of it; and what somebody was not allowed to do."
        actions={<ExportLinks wish={wish} />}
      />
      <AuditState />
      <Card className="@container overflow-hidden">
        <AuditToolbar wish={wish} onWish={setWish} />
        <Entries wish={shown} />
      </Card>
    </>
  );
}

function ExportLinks({ wish }: { wish: AuditWish }) {
  return (["csv", "json"] as const).map((format) => (
    <a key={format} href={exportAddress(format, wish)} download className={buttonClasses()}>
      <Download aria-hidden />
      Export as {format.toUpperCase()}
    </a>
  ));
}

function Entries({ wish }: { wish: AuditWish }) {
  const audit = useAudit(filterOf(wish));
  return (
    <Loaded reading={audit} what="the audit log" inCard>
      {({ pages }) => {
        const lines = pages.flatMap((page) => page.lines);
        if (lines.length === 0) return <p className="px-4 py-6 text-muted">No entry matches.</p>;
        return (
          <>
            <AuditTable lines={lines} />
            {audit.hasNextPage ? (
              <div className="border-border border-t px-4 py-2.5">
                <Button disabled={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
                  Show older entries
                </Button>
              </div>
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}
