"use client";

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import type { VmSummary } from "@/server/fleet/schema";
import { ConsoleController } from "./console-controller";
import { type ConsoleStatus, initialStatus } from "./console-socket";
import type { TerminalLook } from "./terminal/console-terminal";
import type { TerminalCommand } from "./terminal/keys";

export interface ConsoleInPage {
  /** For the element that the terminal is to fill. */
  elementRef: RefObject<HTMLDivElement | null>;
  /** Null until the element is there. */
  controller: ConsoleController | null;
  status: ConsoleStatus;
}

/** Shows a VM's console in an element for as long as the component is there. */
export function useConsole(
  { hostId, id, watchOnly }: Pick<VmSummary, "hostId" | "id"> & { watchOnly: boolean },
  look: TerminalLook,
  describedBy: string,
  onCommand: (command: TerminalCommand, controller: ConsoleController) => void,
): ConsoleInPage {
  const elementRef = useRef<HTMLDivElement>(null);
  const [controller, setController] = useState<ConsoleController | null>(null);
  const [status, setStatus] = useState(initialStatus);
  const { dark, fontSize, screenReader } = look;
  const open = useEffectEvent((element: HTMLElement) => {
    const opened: ConsoleController = new ConsoleController({
      vm: { hostId, id },
      watchOnly,
      element,
      describedBy,
      ...look,
      onStatus: setStatus,
      onCommand: (command) => obey(command, opened),
    });
    return opened;
  });
  const obey = useEffectEvent(onCommand);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another VM is another console, and another right another ticket
  useEffect(() => {
    if (elementRef.current === null) return;
    const opened = open(elementRef.current);
    setController(opened);
    return () => {
      opened.close();
      setController(null);
      setStatus(initialStatus);
    };
  }, [hostId, id, watchOnly]);

  useEffect(() => {
    controller?.change({ dark, fontSize, screenReader });
  }, [controller, dark, fontSize, screenReader]);

  return { elementRef, controller, status };
}
