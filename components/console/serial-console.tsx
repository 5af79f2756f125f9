"use client";

import { useId, useRef, useState } from "react";
import { useRights, vmObject } from "@/components/data/use-rights";
import { formatBytes } from "@/components/fleet/format";
import { classNames } from "@/components/ui/class-names";
import { useTheme } from "@/components/ui/use-theme";
import type { VmSummary } from "@/server/fleet/schema";
import { copySelection } from "./clipboard";
import type { ConsoleController } from "./console-controller";
import { noticeOf } from "./console-notice";
import { ConsoleNoticeBar } from "./console-notice-bar";
import { ConsoleSearch } from "./console-search";
import { ConsoleToolbar } from "./console-toolbar";
import { ViewersPanel } from "./people/viewers-panel";
import { leaveKeys, type TerminalCommand } from "./terminal/keys";
import { useConsole } from "./use-console";
import { useFullScreen } from "./use-full-screen";
import { useNoticeActions } from "./use-notice-actions";
import { usePreferences } from "./use-preferences";

/**
 * A key's echo changes nothing outside of its line: neither layout nor paint has to look further. The rows together have no size
 * of their own but by what is in them, so that is not contained.
 */
const aloneInItsLayer =
  "will-change-transform [contain:strict] [&_.xterm-rows>div]:[contain:strict] [&_.xterm-rows]:[contain:layout_style]";

export interface SerialConsoleProps {
  hostId: string;
  vm: VmSummary;
  /** Fills what it stands in, instead of most of the window's height. */
  fills?: boolean;
}

/** A VM's serial console, with all that it printed lately. It brings the terminal's code along: load it lazily. */
export function SerialConsole({ hostId, vm, fills = false }: SerialConsoleProps) {
  const { isDark: dark } = useTheme();
  const [preferences, changePreferences] = usePreferences();
  const [searching, setSearching] = useState(false);
  const [viewersShown, setViewersShown] = useState(false);
  const fullScreen = useFullScreen();
  const firstTool = useRef<HTMLButtonElement>(null);
  const hintId = useId();

  const watchOnly = useRights(vmObject(vm))("console.open") !== null;

  const obey = (command: TerminalCommand, { terminal }: ConsoleController) => {
    if (command === "leave") firstTool.current?.focus();
    else if (command === "search") setSearching(true);
    else if (command === "copy") void copySelection(terminal);
    else if (command !== "paste") {
      changePreferences({ fontSize: preferences.fontSize + (command === "larger" ? 1 : -1) });
    }
  };
  const { elementRef, controller, status } = useConsole(
    { hostId, id: vm.id, watchOnly },
    { dark, ...preferences },
    hintId,
    obey,
  );
  const actions = useNoticeActions(vm, controller, status);
  const { addedForNextStart } = actions;
  const notice = noticeOf(status, { vmName: vm.name, watchOnly, addedForNextStart });

  return (
    <section
      aria-label={`Serial console of ${vm.name}`}
      className={classNames(
        "flex min-h-80 flex-col overflow-hidden border-border bg-surface",
        fullScreen.active ? "fixed inset-0 z-40 h-dvh" : fills ? "flex-1" : "h-[70dvh] rounded-lg border",
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-border border-b px-2 py-1">
        {controller === null ? null : (
          <ConsoleToolbar
            controller={controller}
            status={status}
            watchOnly={watchOnly}
            preferences={preferences}
            onPreferences={changePreferences}
            onSearch={() => setSearching(true)}
            fullScreen={fullScreen}
            viewersShown={viewersShown}
            onViewers={() => setViewersShown(!viewersShown)}
            firstToolRef={firstTool}
          />
        )}
        <p id={hintId} className="px-1 text-muted text-xs">
          {watchOnly ? "" : "Tab goes to the guest. "}
          <kbd>{leaveKeys}</kbd> leaves the console.
        </p>
      </div>
      <ConsoleNoticeBar notice={notice} onAction={actions.run} pending={actions.pending} />
      {viewersShown && status.link === "open" ? (
        <ViewersPanel
          console={{ vm, kind: "serial" }}
          status={status}
          onClose={() => {
            setViewersShown(false);
            firstTool.current?.focus();
          }}
        />
      ) : null}
      {searching && controller !== null ? (
        <ConsoleSearch
          terminal={controller.terminal}
          onClose={() => {
            setSearching(false);
            controller.terminal.focus();
          }}
        />
      ) : null}
      <div className={classNames("min-h-0 flex-1 bg-white p-2 dark:bg-inset", aloneInItsLayer)}>
        <div ref={elementRef} className="size-full" />
      </div>
      <p role="status" className={classNames("px-3 text-muted text-xs", status.skipped > 0 && "py-1")}>
        {status.skipped > 0
          ? `${formatBytes(status.skipped)} of output are missing here: this page fell too far behind.`
          : ""}
      </p>
    </section>
  );
}
