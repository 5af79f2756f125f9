import { Badge } from "@/components/ui/badge";
import type { Waiting } from "@/server/domain/hardware/hardware.schema";
import { waitingWords } from "./parts";

/** What a panel is about, and whether the running machine has it so. */
export function PanelHeader({ title, note, waiting }: { title: string; note: string; waiting: Waiting }) {
  return (
    <header className="border-border border-b px-4 py-2.5">
      <h2 className="flex flex-wrap items-center gap-2 font-semibold text-base">
        <span className="wrap-anywhere">{title}</span>
        {waiting === null ? null : <Badge tone="warning">{waitingWords[waiting]}</Badge>}
      </h2>
      <p className="text-muted text-sm">{note}</p>
    </header>
  );
}
