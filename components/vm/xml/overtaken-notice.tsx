import { GitBranch } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { DefinitionVersion } from "../history/use-versions";

/** Says that somebody else changed the definition while it is being written. */
export function OvertakenNotice({ by, onShow }: { by: DefinitionVersion; onShow(): void }) {
  return (
    <div
      role="status"
      className="mb-2 flex flex-wrap items-center gap-2.5 rounded-lg border border-warning/40 bg-warning/8 px-4 py-2.5"
    >
      <GitBranch aria-hidden className="size-4 shrink-0 text-warning" />
      <p className="wrap-anywhere min-w-0 flex-1 basis-60">
        {by.by ?? "Somebody outside Passdeck"} changed this definition meanwhile: {by.what}. What you wrote is
        still here.
      </p>
      <Button size="sm" onClick={onShow}>
        Show both
      </Button>
    </div>
  );
}
