import {
  Camera,
  ClipboardPaste,
  ExternalLink,
  Lock,
  LockOpen,
  Maximize,
  Minimize,
  RefreshCw,
} from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Button } from "@/components/ui/button";
import { mayType } from "../console-socket";
import { ViewersButton } from "../people/viewers-button";
import { ToolButton } from "../tool-button";
import type { FullScreen } from "../use-full-screen";
import type { GraphicalPreferences } from "./graphical-preferences";
import { ctrlAltDelete, strokesOfCombination } from "./keyboard/combinations";
import { KeysMenu } from "./keys-menu";
import type { ScreenController } from "./screen-controller";
import type { ScreenStatus } from "./screen-socket";
import type { ChangeGraphicalPreferences } from "./use-graphical-preferences";
import { ViewMenu } from "./view-menu";

export interface GraphicalToolbarProps {
  controller: ScreenController;
  status: ScreenStatus;
  /** Whoever looks may not type there. */
  watchOnly: boolean;
  preferences: GraphicalPreferences;
  onPreferences: ChangeGraphicalPreferences;
  clipboardShown: boolean;
  onClipboard: () => void;
  onScreenshot: () => void;
  /** Opens the screen in a window of its own; null where it is in one. */
  onWindow: (() => void) | null;
  fullScreen: FullScreen;
  viewersShown: boolean;
  /** null for who is not told who is there. */
  onViewers: (() => void) | null;
  /** Further buttons, at the end. */
  tools: ReactNode;
  /** The button that the focus goes to when it leaves the screen. */
  firstToolRef: Ref<HTMLButtonElement>;
}

/** What can be done with the screen besides typing and pointing. */
export function GraphicalToolbar({
  controller,
  status,
  watchOnly,
  preferences,
  onPreferences,
  clipboardShown,
  onClipboard,
  onScreenshot,
  onWindow,
  fullScreen,
  viewersShown,
  onViewers,
  tools,
  firstToolRef,
}: GraphicalToolbarProps) {
  const { link, readOnly, viewers } = status;
  const deaf = link !== "open" || !mayType(status);
  const press = (combination: typeof ctrlAltDelete) => controller.press(strokesOfCombination(combination));
  return (
    <div role="toolbar" aria-label="Screen" className="flex flex-wrap items-center gap-0.5">
      <Button ref={firstToolRef} variant="ghost" aria-disabled={deaf} onClick={() => press(ctrlAltDelete)}>
        Ctrl+Alt+Del
      </Button>
      <KeysMenu disabled={deaf} onPress={press} onDone={() => controller.focus()} />
      <ViewMenu preferences={preferences} onPreferences={onPreferences} />
      <ToolButton label="Clipboard" icon={ClipboardPaste} pressed={clipboardShown} onClick={onClipboard} />
      <ToolButton label="Save a screenshot" icon={Camera} onClick={onScreenshot} />
      <ToolButton
        label="Read only"
        icon={readOnly ? Lock : LockOpen}
        pressed={readOnly}
        disabled={watchOnly}
        onClick={() => controller.setReadOnly(!readOnly)}
      />
      <ToolButton label="Reconnect" icon={RefreshCw} onClick={() => controller.connect()} />
      {onWindow === null ? null : (
        <ToolButton label="Open in its own window" icon={ExternalLink} onClick={onWindow} />
      )}
      <ToolButton
        label="Full screen"
        icon={fullScreen.active ? Minimize : Maximize}
        pressed={fullScreen.active}
        onClick={fullScreen.toggle}
      />
      {tools}
      {viewers > 0 && onViewers !== null ? (
        <ViewersButton count={viewers} shown={viewersShown} onToggle={onViewers} />
      ) : null}
    </div>
  );
}
