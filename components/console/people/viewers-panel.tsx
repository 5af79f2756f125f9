"use client";

import { Keyboard, X } from "lucide-react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useRights, vmObject } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import { Button } from "@/components/ui/button";
import type { ConsoleStatus } from "../console-socket";
import { ToolButton } from "../tool-button";
import { useKeyboard } from "./use-keyboard";
import { ViewerRow } from "./viewer-row";
import type { WatchedConsole } from "./watched-console";

export interface ViewersPanelProps {
  console: WatchedConsole;
  status: Pick<ConsoleStatus, "readOnly" | "viewerId" | "keyboard">;
  onClose: () => void;
}

/** Who is at a console, live, and what may be done about it. */
export function ViewersPanel({ console: watched, status, onClose }: ViewersPanelProps) {
  const { vm, kind } = watched;
  const viewers = useSubscription(
    api.console.viewers.subscriptionOptions({ hostId: vm.hostId, vmId: vm.id, kind }),
  );
  const mayNot = useRights(vmObject(vm));
  const keyboard = useKeyboard(watched, status);
  const isHolder = status.keyboard.holder === "you";
  return (
    <section
      aria-label="Viewers"
      className="max-h-56 shrink-0 overflow-y-auto border-border border-b bg-surface px-3 py-2"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-medium text-sm">At this console</h2>
        <div className="flex items-center gap-1">
          {mayNot("console.takeKeyboard") === null ? (
            <Button
              size="sm"
              disabled={keyboard.busy || (status.readOnly && !isHolder)}
              onClick={isHolder ? keyboard.give : keyboard.take}
            >
              <Keyboard aria-hidden />
              {isHolder ? "Give the keyboard back" : "Take the keyboard"}
            </Button>
          ) : null}
          <ToolButton label="Close the list of viewers" icon={X} onClick={onClose} />
        </div>
      </div>
      <Loaded reading={viewers} what="who is at this console">
        {(list) => (
          <ul className="divide-y divide-border">
            {list.map((viewer) => (
              <ViewerRow
                key={viewer.id}
                console={watched}
                viewer={viewer}
                isThis={viewer.id === status.viewerId}
                mayDisconnect={mayNot("console.disconnect") === null}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
