"use client";

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { ScreenController, type ScreenControllerOptions } from "./screen-controller";
import { initialScreenStatus, type ScreenStatus } from "./screen-socket";

export interface ScreenInPage {
  /** For the element that the screen is to fill. */
  elementRef: RefObject<HTMLDivElement | null>;
  /** Null until the element is there. */
  controller: ScreenController | null;
  status: ScreenStatus;
}

export type UseScreenOptions = Pick<
  ScreenControllerOptions,
  "vmName" | "opener" | "describedBy" | "look" | "onClipboard" | "watchOnly"
> & {
  /** Connected while it holds: a VM that is off has no screen. */
  running: boolean;
};

/** Shows a VM's screen in an element for as long as the component is there. Another `opener` is another screen. */
export function useScreen({ running, ...options }: UseScreenOptions): ScreenInPage {
  const elementRef = useRef<HTMLDivElement>(null);
  const [controller, setController] = useState<ScreenController | null>(null);
  const [status, setStatus] = useState(initialScreenStatus);
  const { scaling, layout } = options.look;
  const { opener, watchOnly } = options;
  const onClipboard = useEffectEvent(options.onClipboard);
  const open = useEffectEvent((element: HTMLElement) => {
    const { vmName, describedBy, look } = options;
    return new ScreenController({
      vmName,
      opener,
      watchOnly,
      element,
      describedBy,
      look,
      onStatus: setStatus,
      onClipboard: (text) => onClipboard(text),
    });
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another opener is another screen, and another right another ticket
  useEffect(() => {
    if (elementRef.current === null) return;
    const opened = open(elementRef.current);
    setController(opened);
    return () => {
      opened.close();
      setController(null);
    };
  }, [opener, watchOnly]);

  useEffect(() => {
    if (running) controller?.connect();
    else controller?.rest();
  }, [controller, running]);

  useEffect(() => {
    controller?.change({ scaling, layout });
  }, [controller, scaling, layout]);

  return { elementRef, controller, status };
}
