"use client";

import { useRouter } from "next/navigation";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { MenuButton } from "@/components/ui/menu-button";
import type { PoolSummary } from "@/server/storage/pool.schema";

const loadSheet = () => import("./pool-sheet");
const PoolSheet = lazy(loadSheet);
const PoolQuestion = lazy(() => import("./pool-question"));

export interface PoolMenuProps {
  hostId: string;
  pool: PoolSummary;
  className: string;
  /** What a screen reader says of a button without words. */
  label?: string;
  children: ReactNode;
}

/** The button of a pool's menu, and what the menu asks. */
export function PoolMenu({ hostId, pool, className, label, children }: PoolMenuProps) {
  const router = useRouter();
  const [question, setQuestion] = useState<"stop" | "delete" | null>(null);
  return (
    <>
      <MenuButton
        preload={loadSheet}
        sheet={(place) => <PoolSheet {...place} hostId={hostId} pool={pool} onAsk={setQuestion} />}
        aria-label={label}
        className={className}
      >
        {children}
      </MenuButton>
      <Suspense>
        {question === null ? null : (
          <PoolQuestion
            question={question}
            hostId={hostId}
            pool={pool}
            onClose={() => setQuestion(null)}
            onDeleted={() => router.push("/storage")}
          />
        )}
      </Suspense>
    </>
  );
}
