"use client";

import { useRef, useState } from "react";
import type { Wish } from "@/components/boot/change-request";
import type { CheckId } from "@/server/host/checks/check.schema";
import type { JudgedReport } from "@/server/pci/schema";
import { type Choices, nothingChosen, toggled, wishOf } from "./choices";

/** What somebody puts together of a host's next start, by the checks' buttons and by the form: one plan, and one restart. */
export interface Draft {
  choices: Choices;
  /** null while nothing is chosen. */
  wish: Wish | null;
  change(part: Partial<Choices>): void;
  /** Takes the change of a check in, or out again. */
  toggle(check: CheckId): void;
  /** What is asked for with one more check's change. */
  with(check: CheckId): Wish | null;
  /** Its job has begun: nothing is chosen any more. */
  begun(): void;
  /** The dialog of its plan was closed. Once it was carried out, the page shows what stands first on it: what was changed. */
  closed(): void;
}

/** Of one host: it goes with the page. */
export function useDraft(report: JudgedReport): Draft {
  const [choices, setChoices] = useState<Choices>(nothingChosen);
  const hasBegun = useRef(false);
  const { checks } = choices;
  return {
    choices,
    wish: wishOf(choices, report),
    change: (part) => setChoices({ ...choices, ...part }),
    toggle: (check) => setChoices({ ...choices, checks: toggled(checks, check) }),
    with: (check) => wishOf({ ...choices, checks: [...checks, check] }, report),
    begun: () => {
      hasBegun.current = true;
      setChoices(nothingChosen);
    },
    closed: () => {
      if (hasBegun.current) window.scrollTo({ top: 0 });
      hasBegun.current = false;
    },
  };
}
