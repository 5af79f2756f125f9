"use client";

import { CircleCheck, OctagonAlert, TriangleAlert, X } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";
import { type Notice, type NoticeKind, noticeBoard } from "./notify";

const signs: Readonly<Record<NoticeKind, ReactNode>> = {
  success: <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />,
  warning: <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />,
  error: <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />,
};

const none: readonly Notice[] = [];

/** Where notices appear. The region is always there, so that each notice is read out. */
export function Notices() {
  const notices = useSyncExternalStore(noticeBoard.subscribe, noticeBoard.current, () => none);
  return (
    <section
      aria-label="Notices"
      aria-live="polite"
      className="pointer-events-none fixed right-4 bottom-17 left-4 z-50 flex flex-col items-end gap-2 sm:bottom-4 sm:left-auto"
    >
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice: { id, kind, title, description } }: { notice: Notice }) {
  return (
    <div className="pointer-events-auto flex w-full max-w-sm animate-appear gap-2.5 rounded-lg border border-border bg-raised py-2.5 pr-2 pl-3 shadow-raised sm:w-88">
      {signs[kind]}
      <div className="wrap-anywhere min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {description === null ? null : <p className="text-muted text-sm">{description}</p>}
      </div>
      <button
        type="button"
        aria-label="Dismiss"
        onClick={() => noticeBoard.remove(id)}
        className="flex size-6 shrink-0 items-center justify-center rounded-md text-muted hover:bg-foreground/8"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </div>
  );
}
