import {
  AArrowDown,
  AArrowUp,
  Accessibility,
  ClipboardPaste,
  Copy,
  Eraser,
  Lock,
  LockOpen,
  Maximize,
  Minimize,
  Scaling,
  Search,
} from "lucide-react";
import type { ReactNode, Ref } from "react";
import { copySelection, pasteClipboard } from "./clipboard";
import type { ConsoleController } from "./console-controller";
import { type ConsoleStatus, mayType } from "./console-socket";
import { ViewersButton } from "./people/viewers-button";
import type { ConsolePreferences } from "./preferences";
import { ToolButton } from "./tool-button";
import type { FullScreen } from "./use-full-screen";

export interface ConsoleToolbarProps {
  controller: ConsoleController;
  status: ConsoleStatus;
  /** Whoever looks may not type there. */
  watchOnly: boolean;
  preferences: ConsolePreferences;
  onPreferences: (change: Partial<ConsolePreferences>) => void;
  onSearch: () => void;
  fullScreen: FullScreen;
  viewersShown: boolean;
  /** null for who is not told who is there. */
  onViewers: (() => void) | null;
  /** Further buttons, at the end. */
  tools: ReactNode;
  /** The button that the focus goes to when it leaves the terminal. */
  firstToolRef: Ref<HTMLButtonElement>;
}

/** What can be done with the console besides typing into it. */
export function ConsoleToolbar({
  controller,
  status,
  watchOnly,
  preferences,
  onPreferences,
  onSearch,
  fullScreen,
  viewersShown,
  onViewers,
  tools,
  firstToolRef,
}: ConsoleToolbarProps) {
  const { terminal } = controller;
  const { fontSize, screenReader } = preferences;
  const { readOnly, viewers } = status;
  const deaf = !mayType(status);
  return (
    <div role="toolbar" aria-label="Console" className="flex flex-wrap items-center gap-0.5">
      <ToolButton
        ref={firstToolRef}
        label="Copy"
        keys="Ctrl+Shift+C"
        icon={Copy}
        onClick={() => void copySelection(terminal)}
      />
      <ToolButton
        label="Paste"
        keys="Ctrl+Shift+V"
        icon={ClipboardPaste}
        disabled={deaf}
        onClick={() => void pasteClipboard(terminal)}
      />
      <ToolButton label="Search" keys="Ctrl+Shift+F" icon={Search} onClick={onSearch} />
      <ToolButton label="Clear scrollback" icon={Eraser} onClick={() => terminal.clear()} />
      <ToolButton
        label="Smaller text"
        icon={AArrowDown}
        onClick={() => onPreferences({ fontSize: fontSize - 1 })}
      />
      <ToolButton
        label="Larger text"
        icon={AArrowUp}
        onClick={() => onPreferences({ fontSize: fontSize + 1 })}
      />
      <ToolButton
        label="Type the stty command that tells the guest this size"
        icon={Scaling}
        disabled={deaf}
        onClick={() => controller.typeSize()}
      />
      <ToolButton
        label="Screen reader support"
        icon={Accessibility}
        pressed={screenReader}
        onClick={() => onPreferences({ screenReader: !screenReader })}
      />
      <ToolButton
        label="Read only"
        icon={readOnly ? Lock : LockOpen}
        pressed={readOnly}
        disabled={watchOnly}
        onClick={() => controller.setReadOnly(!readOnly)}
      />
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
