"use client";

import { Bug } from "lucide-react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main>
      <EmptyState
        icon={<Bug />}
        title="This page broke"
        description={
          <>
            Your VMs are not touched by it. Try again; if it stays, report it with what you did
            {error.digest === undefined ? "" : ` and the number ${error.digest}`}.
          </>
        }
        action={
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        }
      />
    </main>
  );
}
