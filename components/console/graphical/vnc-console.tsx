"use client";

import { useMemo } from "react";
import { usePendingAction } from "@/components/action/use-pending";
import { useVmActions } from "@/components/action/vm-actions";
import { useRights, vmObject } from "@/components/data/use-rights";
import { isActive } from "@/components/fleet/state-look";
import { vmKey } from "@/components/fleet/vm-key";
import type { VmSummary } from "@/server/fleet/schema";
import { ConsoleNoticeBar } from "../console-notice-bar";
import { ShareConsoleButton } from "../links/share-console-button";
import { useKeyboard } from "../people/use-keyboard";
import { ViewersPanel } from "../people/viewers-panel";
import { vmOpener } from "../vm-opener";
import type { ScreenController } from "./screen-controller";
import { noticeOfScreen } from "./screen-notice";
import type { ScreenStatus } from "./screen-socket";
import { ScreenView } from "./screen-view";
import { openScreenWindow } from "./screen-window";

export interface VncConsoleProps {
  vm: VmSummary;
  /** It has a window to itself, and fills it. */
  inWindow: boolean;
}

/** A VM's screen. It brings noVNC along: load it lazily. */
export function VncConsole({ vm, inWindow }: VncConsoleProps) {
  const watchOnly = useRights(vmObject(vm))("console.open") !== null;
  const { hostId, id } = vm;
  const opener = useMemo(
    () => vmOpener({ vm: { hostId, id }, kind: "graphical", watchOnly }),
    [hostId, id, watchOnly],
  );
  return (
    <ScreenView
      vmName={vm.name}
      opener={opener}
      watchOnly={watchOnly}
      running={isActive(vm.state)}
      inWindow={inWindow}
      onWindow={inWindow ? null : () => openScreenWindow(vm)}
      notice={(controller, status) => (
        <ScreenNotice vm={vm} controller={controller} status={status} watchOnly={watchOnly} />
      )}
      viewers={(status, onClose) => (
        <ViewersPanel console={{ vm, kind: "graphical" }} status={status} onClose={onClose} />
      )}
      tools={<ShareConsoleButton console={{ vm, kind: "graphical" }} />}
    />
  );
}

interface ScreenNoticeProps {
  vm: VmSummary;
  controller: ScreenController | null;
  status: ScreenStatus;
  watchOnly: boolean;
}

/** What is said of the screen, and what helps. */
function ScreenNotice({ vm, controller, status, watchOnly }: ScreenNoticeProps) {
  const { act } = useVmActions();
  const acting = usePendingAction(vmKey(vm)) !== null;
  const keyboard = useKeyboard({ vm, kind: "graphical" }, status);
  return (
    <ConsoleNoticeBar
      notice={noticeOfScreen(status, { vm, running: isActive(vm.state), watchOnly })}
      onAction={(action) => {
        if (action === "start") act("start", [vm]);
        else if (action === "give-keyboard") keyboard.give();
        else controller?.connect();
      }}
      pending={acting || keyboard.busy}
    />
  );
}
