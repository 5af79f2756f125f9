"use client";

import { useLayoutEffect, useState } from "react";
import { startFleetWatch } from "./fleet-watch";

/**
 * The one live connection behind all pages. What the fleet's first snapshot tells is shown in the same task in which
 * the page comes alive: a change of state in a layout effect has React run all effects of that render before the
 * browser paints, and with them what compares the stores.
 */
export function FleetWatcher() {
  const [, setStarted] = useState(false);
  useLayoutEffect(() => {
    setStarted(true);
    return startFleetWatch();
  }, []);
  return null;
}
