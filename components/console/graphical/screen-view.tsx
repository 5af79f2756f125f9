"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { notify } from "@/components/ui/notify";
import { mayType } from "../console-socket";
import type { ConsoleSurroundings } from "../serial-view";
import { leaveKeys, readKey } from "../terminal/keys";
import type { SocketAccess } from "../ticketed-link";
import { useFullScreen } from "../use-full-screen";
import { ClipboardPanel } from "./clipboard-panel";
import { GraphicalToolbar } from "./graphical-toolbar";
import { keyboardLayouts } from "./keyboard/layouts";
import { typeText } from "./keyboard/type-text";
import type { ScreenController } from "./screen-controller";
import type { ScreenStatus } from "./screen-socket";
import { downloadScreenshot } from "./screenshot";
import { useGraphicalPreferences } from "./use-graphical-preferences";
import { useGuestClipboard } from "./use-guest-clipboard";
import { useGuestLayout } from "./use-guest-layout";
import { useScreen } from "./use-screen";

/** Where the guest's layout is the local one, nobody can tell which that is. */
const standardLayout = "us";
/** All keys that the browser would keep to itself. */
const allKeys: readonly string[] = [];

export interface ScreenViewProps extends ConsoleSurroundings<ScreenController, ScreenStatus> {
  vmName: string;
  /** How it is opened; another one is another screen. */
  opener: SocketAccess;
  /** Whoever looks may not type there. */
  watchOnly: boolean;
  /** Connected while it holds. */
  running: boolean;
  /** It has a window to itself, and fills it. */
  inWindow: boolean;
  /** Opens it in a window of its own; null where there is none to open. */
  onWindow: (() => void) | null;
}

/** A screen, for whoever may open it. It brings noVNC along: load it lazily. */
export function ScreenView(props: ScreenViewProps) {
  const { vmName, opener, watchOnly, running, inWindow, onWindow, notice, viewers, tools = null } = props;
  const [preferences, changePreferences] = useGraphicalPreferences();
  const layout = useGuestLayout(preferences.guestLayout);
  const typingLayoutId = preferences.guestLayout ?? standardLayout;
  const typingLayout = useGuestLayout(typingLayoutId);
  const [clipboardShown, setClipboardShown] = useState(false);
  const [viewersShown, setViewersShown] = useState(false);
  const clipboard = useGuestClipboard();
  const fullScreen = useFullScreen(allKeys);
  const firstTool = useRef<HTMLButtonElement>(null);
  const hintId = useId();
  const { elementRef, controller, status } = useScreen({
    vmName,
    opener,
    running,
    watchOnly,
    describedBy: hintId,
    look: { scaling: preferences.scaling, layout },
    onClipboard: clipboard.onGuestCopied,
  });

  const closeViewers = () => {
    setViewersShown(false);
    firstTool.current?.focus();
  };
  const typeClipboard = () => {
    if (typingLayout === null) return;
    const { strokes, untypable } = typeText(clipboard.text, typingLayout);
    controller?.press(strokes);
    if (untypable.length > 0) {
      notify(
        "error",
        "Some characters were left out",
        `The guest’s layout has no keys for ${untypable.join(" ")}`,
      );
    }
    controller?.focus();
  };
  const leaveOnKeys = (event: KeyboardEvent) => {
    if (readKey(event) !== "leave") return;
    event.preventDefault();
    event.stopPropagation();
    controller?.leave();
    firstTool.current?.focus();
  };

  return (
    <section
      aria-label={`Graphical console of ${vmName}`}
      className={classNames(
        "flex min-h-80 flex-col overflow-hidden border-border bg-surface",
        fullScreen.active ? "fixed inset-0 z-40 h-dvh" : inWindow ? "flex-1" : "h-[70dvh] rounded-lg border",
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-border border-b px-2 py-1">
        {controller === null ? null : (
          <GraphicalToolbar
            controller={controller}
            status={status}
            watchOnly={watchOnly}
            preferences={preferences}
            onPreferences={changePreferences}
            clipboardShown={clipboardShown}
            onClipboard={() => setClipboardShown(!clipboardShown)}
            onScreenshot={() => void downloadScreenshot(controller, vmName)}
            onWindow={onWindow}
            fullScreen={fullScreen}
            viewersShown={viewersShown}
            onViewers={viewers && (() => setViewersShown(!viewersShown))}
            tools={tools}
            firstToolRef={firstTool}
          />
        )}
        <p id={hintId} className="px-1 text-muted text-xs">
          {watchOnly ? "" : "All keys go to the guest. "}
          <kbd>{leaveKeys}</kbd> leaves the screen.
        </p>
      </div>
      {notice(controller, status)}
      {viewersShown && status.link === "open" ? viewers?.(status, closeViewers) : null}
      {clipboardShown ? (
        <ClipboardPanel
          clipboard={clipboard}
          onGive={() => controller?.giveClipboard(clipboard.text)}
          onType={typeClipboard}
          onClose={() => {
            setClipboardShown(false);
            controller?.focus();
          }}
          readOnly={!mayType(status) || status.link !== "open"}
          layoutName={keyboardLayouts.find(({ id }) => id === typingLayoutId)?.name ?? typingLayoutId}
        />
      ) : null}
      <div
        ref={elementRef}
        onKeyDownCapture={leaveOnKeys}
        className="flex min-h-0 flex-1 flex-col bg-inset focus-within:outline-2 focus-within:outline-ring focus-within:-outline-offset-2"
      />
    </section>
  );
}
