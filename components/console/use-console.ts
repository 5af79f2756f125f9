"use client";

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { ConsoleController } from "./console-controller";
import { type ConsoleStatus, initialStatus } from "./console-socket";
import type { TerminalLook } from "./terminal/console-terminal";
import type { TerminalCommand } from "./terminal/keys";
import type { SocketAccess } from "./ticketed-link";

export interface ConsoleInPage {
  /** For the element that the terminal is to fill. */
  elementRef: RefObject<HTMLDivElement | null>;
  /** Null until the element is there. */
  controller: ConsoleController | null;
  status: ConsoleStatus;
}

/**
 * Shows a console in an element for as long as the component is there.
 * @param way By which it is opened: another `opener` is another console.
 */
export function useConsole(
  { opener, watchOnly }: { opener: SocketAccess; watchOnly: boolean },
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
      opener,
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: another opener is another console, and another right another ticket
  useEffect(() => {
    if (elementRef.current === null) return;
    const opened = open(elementRef.current);
    setController(opened);
    return () => {
      opened.close();
      setController(null);
      setStatus(initialStatus);
    };
  }, [opener, watchOnly]);

  useEffect(() => {
    controller?.change({ dark, fontSize, screenReader });
  }, [controller, dark, fontSize, screenReader]);

  return { elementRef, controller, status };
}
