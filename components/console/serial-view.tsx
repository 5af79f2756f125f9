"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { formatBytes } from "@/components/formats/numbers";
import { classNames } from "@/components/ui/class-names";
import { useTheme } from "@/components/ui/use-theme";
import { copySelection } from "./clipboard";
import type { ConsoleController } from "./console-controller";
import { ConsoleSearch } from "./console-search";
import type { ConsoleStatus } from "./console-socket";
import { ConsoleToolbar } from "./console-toolbar";
import { leaveKeys, type TerminalCommand } from "./terminal/keys";
import type { SocketAccess } from "./ticketed-link";
import { useConsole } from "./use-console";
import { useFullScreen } from "./use-full-screen";
import { usePreferences } from "./use-preferences";

/**
 * A key's echo changes nothing outside of its line: neither layout nor paint has to look further. The rows together have no size
 * of their own but by what is in them, so that is not contained.
 */
const aloneInItsLayer =
  "will-change-transform [contain:strict] [&_.xterm-rows>div]:[contain:strict] [&_.xterm-rows]:[contain:layout_style]";

/** What stands around a console beside its toolbar. */
export interface ConsoleSurroundings<Controller, Status> {
  /** What is said above it. */
  notice(controller: Controller | null, status: Status): ReactNode;
  /** Who is there; null for who is not told. */
  viewers: ((status: Status, onClose: () => void) => ReactNode) | null;
  /** Further buttons of the toolbar. */
  tools?: ReactNode;
}

export interface SerialViewProps extends ConsoleSurroundings<ConsoleController, ConsoleStatus> {
  vmName: string;
  /** How it is opened; another one is another console. */
  opener: SocketAccess;
  /** Whoever looks may not type there. */
  watchOnly: boolean;
  /** Fills what it stands in, instead of most of the window's height. */
  fills: boolean;
}

/** A serial console, with all that its guest printed lately, for whoever may open it. It brings the terminal's code along. */
export function SerialView({
  vmName,
  opener,
  watchOnly,
  fills,
  notice,
  viewers,
  tools = null,
}: SerialViewProps) {
  const { isDark: dark } = useTheme();
  const [preferences, changePreferences] = usePreferences();
  const [searching, setSearching] = useState(false);
  const [viewersShown, setViewersShown] = useState(false);
  const fullScreen = useFullScreen();
  const firstTool = useRef<HTMLButtonElement>(null);
  const hintId = useId();

  const obey = (command: TerminalCommand, { terminal }: ConsoleController) => {
    if (command === "leave") firstTool.current?.focus();
    else if (command === "search") setSearching(true);
    else if (command === "copy") void copySelection(terminal);
    else if (command !== "paste") {
      changePreferences({ fontSize: preferences.fontSize + (command === "larger" ? 1 : -1) });
    }
  };
  const { elementRef, controller, status } = useConsole(
    { opener, watchOnly },
    { dark, ...preferences },
    hintId,
    obey,
  );
  const closeViewers = () => {
    setViewersShown(false);
    firstTool.current?.focus();
  };

  return (
    <section
      aria-label={`Serial console of ${vmName}`}
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
            onViewers={viewers && (() => setViewersShown(!viewersShown))}
            tools={tools}
            firstToolRef={firstTool}
          />
        )}
        <p id={hintId} className="px-1 text-muted text-xs">
          {watchOnly ? "" : "Tab goes to the guest. "}
          <kbd>{leaveKeys}</kbd> leaves the console.
        </p>
      </div>
      {notice(controller, status)}
      {viewersShown && status.link === "open" ? viewers?.(status, closeViewers) : null}
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
