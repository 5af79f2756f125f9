"use client";

import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { notify } from "@/components/ui/notify";
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

/** Starts a pool; asks before one is stopped or its definition deleted; its content stays either way. */
export default function PoolQuestion({ question, hostId, pool, onClose, onDeleted }: PoolQuestionProps) {
  const { name } = pool;
  const stop = useAction(api.storage.stopPool.mutationOptions(), () => {
    notify("success", name, "It is stopped.");
    onClose();
  });
  const remove = useAction(api.storage.deletePool.mutationOptions(), () => {
    notify("success", `${name} deleted`, "Its content was kept.");
    onClose();
    onDeleted();
  });
  if (question === "start") return <StartPoolDialog hostId={hostId} pool={name} onClose={onClose} />;
  return question === "stop" ? (
    <FormDialog
      role="alertdialog"
      title={`Stop ${name}?`}
      description={`Its volumes can't be used until it is started again${pool.persistent ? "" : ", and its definition is lost, as it is transient"}. Their content is kept.`}
      label="Stop"
      call={stop}
      onSubmit={() => stop.run({ hostId, pool: name })}
      onClose={onClose}
    />
  ) : (
    <FormDialog
      role="alertdialog"
      title={`Delete ${name}?`}
      description={`Only the pool's definition is deleted. Its content${pool.path === null ? "" : `, in ${pool.path},`} is kept. A pool that a VM uses can't be deleted.`}
      label="Delete pool, keep content"
      call={remove}
      onSubmit={() => remove.run({ hostId, pool: name, withContents: false })}
      onClose={onClose}
    />
  );
}
