"use client";

import { useCallback, useState } from "react";
import type { VmGroup } from "@/components/fleet/vm-groups";
import type { Grouping } from "./list-view";
import { toggled } from "./selection";

const none: ReadonlySet<string> = new Set();

/** The names of the groups that are folded, and what folds one or unfolds it. Grouped otherwise, all are open again. */
export function useFolded(grouping: Grouping): [ReadonlySet<string>, (group: VmGroup) => void] {
  const [{ of, names }, setFolded] = useState({ of: grouping, names: none });
  const folded = of === grouping ? names : none;
  const fold = useCallback(
    ({ name }: VmGroup) => setFolded({ of: grouping, names: toggled(folded, name) }),
    [grouping, folded],
  );
  return [folded, fold];
}
