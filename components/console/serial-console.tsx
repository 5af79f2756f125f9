"use client";

import { useMemo } from "react";
import { useRights, vmObject } from "@/components/data/use-rights";
import type { VmSummary } from "@/server/fleet/schema";
import type { ConsoleController } from "./console-controller";
import { noticeOf } from "./console-notice";
import { ConsoleNoticeBar } from "./console-notice-bar";
import type { ConsoleStatus } from "./console-socket";
import { ShareConsoleButton } from "./links/share-console-button";
import { ViewersPanel } from "./people/viewers-panel";
import { SerialView } from "./serial-view";
import { useNoticeActions } from "./use-notice-actions";
import { vmOpener } from "./vm-opener";

export interface SerialConsoleProps {
  hostId: string;
  vm: VmSummary;
  /** Fills what it stands in, instead of most of the window's height. */
  fills?: boolean;
}

/** A VM's serial console, with all that it printed lately. It brings the terminal's code along: load it lazily. */
export function SerialConsole({ hostId, vm, fills = false }: SerialConsoleProps) {
  const watchOnly = useRights(vmObject(vm))("console.open") !== null;
  const { id } = vm;
  const opener = useMemo(
    () => vmOpener({ vm: { hostId, id }, kind: "serial", watchOnly }),
    [hostId, id, watchOnly],
  );
  return (
    <SerialView
      vmName={vm.name}
      opener={opener}
      watchOnly={watchOnly}
      fills={fills}
      notice={(controller, status) => (
        <SerialNotice vm={vm} controller={controller} status={status} watchOnly={watchOnly} />
      )}
      viewers={(status, onClose) => (
        <ViewersPanel console={{ vm, kind: "serial" }} status={status} onClose={onClose} />
      )}
      tools={<ShareConsoleButton console={{ vm, kind: "serial" }} />}
    />
  );
}

interface SerialNoticeProps {
  vm: VmSummary;
  controller: ConsoleController | null;
  status: ConsoleStatus;
  watchOnly: boolean;
}

/** What is said of the console, and what helps. */
function SerialNotice({ vm, controller, status, watchOnly }: SerialNoticeProps) {
  const { run, pending, addedForNextStart } = useNoticeActions(vm, controller, status);
  const notice = noticeOf(status, { vmName: vm.name, watchOnly, addedForNextStart });
  return <ConsoleNoticeBar notice={notice} onAction={run} pending={pending} />;
}
