"use client";

import { useSession } from "@/components/data/session";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { shortcutGroups } from "./shortcut-groups";

/** The list behind "?". */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const allowed = useSession()?.allowed;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent title="Keyboard shortcuts">
        {shortcutGroups(allowed).map((group) => (
          <section key={group.title} className="mt-3">
            <h3 className="mb-1 font-medium text-muted text-sm">{group.title}</h3>
            <dl className="divide-y divide-border">
              {group.shortcuts.map(({ keys, what }) => (
                <div key={what} className="flex items-center justify-between gap-4 py-1.5">
                  <dt>{what}</dt>
                  <dd className="flex gap-1">
                    {keys.map((key) => (
                      <kbd
                        key={key}
                        className="rounded-sm border border-border bg-inset px-1.5 font-mono text-xs leading-5"
                      >
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </DialogContent>
    </Dialog>
  );
}
