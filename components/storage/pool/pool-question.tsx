"use client";

import { trpc } from "@/components/data/client";
import { poolObject } from "@/components/data/use-rights";
import PlanDialog from "@/components/plan/plan-dialog";
import type { PoolSummary } from "@/server/storage/pool.schema";
import StartPoolDialog from "./start-pool-dialog";

export interface PoolQuestionProps {
  question: "start" | "stop" | "delete";
  hostId: string;
  pool: PoolSummary;
  onClose(): void;
  /** Once it is deleted. */
  onDeleted(): void;
}

/** Starts a pool; shows the plan before one is stopped or its definition deleted; its content stays either way. */
export default function PoolQuestion({ question, ...props }: PoolQuestionProps) {
  switch (question) {
    case "start":
      return <StartPoolDialog hostId={props.hostId} pool={props.pool.name} onClose={props.onClose} />;
    case "stop":
      return <StopQuestion {...props} />;
    case "delete":
      return <DeleteQuestion {...props} />;
  }
}

type QuestionProps = Omit<PoolQuestionProps, "question">;

function StopQuestion({ hostId, pool: { name }, onClose }: QuestionProps) {
  const request = { hostId, pool: name };
  return (
    <PlanDialog
      request={{
        title: `Stop ${name}`,
        label: "Stop",
        right: { act: "storage.stopPool", objects: [poolObject(hostId, name)] },
        load: () => trpc.storage.planStopPool.query(request),
        run: (fingerprint) => trpc.storage.stopPool.mutate({ ...request, fingerprint }),
        end: { words: { subject: name, label: "Stop", done: "It is stopped." }, leave: onClose },
      }}
      onClose={onClose}
    />
  );
}

function DeleteQuestion({ hostId, pool: { name }, onClose, onDeleted }: QuestionProps) {
  const request = { hostId, pool: name, withContents: false } as const;
  const leave = () => {
    onClose();
    onDeleted();
  };
  return (
    <PlanDialog
      request={{
        title: `Delete ${name}`,
        label: "Delete",
        right: { act: "storage.deletePool", objects: [poolObject(hostId, name)] },
        load: () => trpc.storage.planDeletePool.query(request),
        run: (fingerprint) => trpc.storage.deletePool.mutate({ ...request, fingerprint }),
        end: {
          words: { subject: name, label: "Delete", done: "It is deleted. Its content was kept." },
          leave,
        },
      }}
      onClose={onClose}
    />
  );
}
