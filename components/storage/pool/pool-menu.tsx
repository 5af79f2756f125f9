"use client";

import { useRouter } from "next/navigation";
import { lazy } from "react";
import { type MenuTriggerProps, QuestionMenu } from "@/components/ui/question-menu";
import type { PoolSummary } from "@/server/storage/pool.schema";
import type { PoolQuestionProps } from "./pool-question";

const loadSheet = () => import("./pool-sheet");
const PoolSheet = lazy(loadSheet);
const PoolQuestion = lazy(() => import("./pool-question"));

export interface PoolMenuProps extends MenuTriggerProps {
  hostId: string;
  pool: PoolSummary;
}

/** The button of a pool's menu, and what the menu asks. */
export function PoolMenu({ hostId, pool, ...trigger }: PoolMenuProps) {
  const router = useRouter();
  return (
    <QuestionMenu<PoolQuestionProps["question"]>
      {...trigger}
      preload={loadSheet}
      sheet={(sheet) => <PoolSheet {...sheet} hostId={hostId} pool={pool} />}
      ask={(question, close) => (
        <PoolQuestion
          question={question}
          hostId={hostId}
          pool={pool}
          onClose={close}
          onDeleted={() => router.push("/storage")}
        />
      )}
    />
  );
}
