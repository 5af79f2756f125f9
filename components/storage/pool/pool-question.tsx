"use client";

import { trpc } from "@/components/data/client";
import { poolObject } from "@/components/data/use-rights";
import { EndQuestion } from "@/components/plan/end-question";
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
    <EndQuestion
      label="Stop"
      name={name}
      done="It is stopped."
      right={{ act: "storage.stopPool", objects: [poolObject(hostId, name)] }}
      load={() => trpc.storage.planStopPool.query(request)}
      run={(fingerprint) => trpc.storage.stopPool.mutate({ ...request, fingerprint })}
      onClose={onClose}
    />
  );
}

function DeleteQuestion({ hostId, pool: { name }, onClose, onDeleted }: QuestionProps) {
  const request = { hostId, pool: name, withContents: false } as const;
  return (
    <EndQuestion
      label="Delete"
      name={name}
      done="It is deleted. Its content was kept."
      right={{ act: "storage.deletePool", objects: [poolObject(hostId, name)] }}
      load={() => trpc.storage.planDeletePool.query(request)}
      run={(fingerprint) => trpc.storage.deletePool.mutate({ ...request, fingerprint })}
      onClose={onClose}
      onEnded={onDeleted}
    />
  );
}
