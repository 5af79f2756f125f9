import { Info } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { ConsoleNotice, NoticeAction } from "./console-notice";

const labels: Readonly<Record<NoticeAction, string>> = {
  connect: "Connect",
  start: "Start",
  "take-over": "Take over",
  "add-serial-console": "Add a serial console",
  "give-keyboard": "Give it back",
};

export interface ConsoleNoticeBarProps {
  notice: ConsoleNotice | null;
  onAction: (action: NoticeAction) => void;
  /** What was asked for is under way. */
  pending: boolean;
}

/** Says how it stands with the console, and offers what helps. It covers nothing: the last words stay readable. */
export function ConsoleNoticeBar({ notice, onAction, pending }: ConsoleNoticeBarProps) {
  const action = notice?.action ?? null;
  return (
    <div role="status">
      {notice === null ? null : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-border border-b bg-inset px-3 py-2 text-sm">
          {notice.busy || pending ? <Spinner /> : <Info aria-hidden className="size-4 shrink-0 text-muted" />}
          <span className="wrap-anywhere min-w-0 flex-1 basis-48">{notice.text}</span>
          {action === null ? null : (
            <Button size="sm" variant="primary" disabled={pending} onClick={() => onAction(action)}>
              {labels[action]}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
