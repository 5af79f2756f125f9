"use client";

import { ArrowDown, Check as CheckMark, Plus, Wrench } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { changeRequest } from "@/components/boot/change-request";
import { useRights } from "@/components/data/use-rights";
import { fixParameter } from "@/components/fleet/host-address";
import { Button, buttonClasses } from "@/components/ui/button";
import type { Check } from "@/server/host/checks/check.schema";
import type { Draft } from "../prepare/use-draft";
import { checkPlaces } from "./check-places";

const PlanDialog = lazy(() => import("@/components/plan/plan-dialog"));

interface CheckFixProps {
  hostId: string;
  check: Check;
  draft: Draft;
}

/** What to do about a check; where Passdeck can, its plan, alone or with all else that is chosen, and where more is chosen. */
export function CheckFix({ hostId, check, draft }: CheckFixProps) {
  const { id, title, fix, change } = check;
  const [shown, setShown] = useState(false);
  const mayNot = useRights({ kind: "boot", hostId })("prepare.plan");
  const place = checkPlaces[id];
  const wish = draft.with(id);
  const planButton = useRef<HTMLButtonElement>(null);
  const asked = useSearchParams().get(fixParameter) === id;
  const isNamed = asked && change !== null && mayNot === null;
  useEffect(() => {
    if (!isNamed) return;
    // Where the focus goes once the dialog is closed.
    planButton.current?.focus();
    setShown(true);
  }, [isNamed]);
  return (
    <>
      {fix === null ? null : <p className="wrap-anywhere whitespace-pre-wrap text-sm">{fix}</p>}
      {mayNot !== null || (change === null && place === undefined) ? null : (
        <div className="flex flex-wrap gap-2">
          {change === null ? null : (
            <>
              <Button ref={planButton} aria-label={`Show the plan: ${title}`} onClick={() => setShown(true)}>
                <Wrench aria-hidden />
                Show the plan
              </Button>
              <AddButton
                title={title}
                pressed={draft.choices.checks.includes(id)}
                onPress={() => draft.toggle(id)}
              />
            </>
          )}
          {place === undefined ? null : (
            <a href={`#${place.part}`} className={buttonClasses()}>
              <ArrowDown aria-hidden />
              {place.label}
            </a>
          )}
        </div>
      )}
      <Suspense>
        {shown && wish !== null ? (
          <PlanDialog
            request={changeRequest(hostId, wish, { begun: draft.begun })}
            onClose={() => {
              setShown(false);
              if (asked) forgetFix();
              draft.closed();
            }}
          />
        ) : null}
      </Suspense>
    </>
  );
}

/** What the page's address asked for is done: the way back leads to where it was asked. */
function forgetFix(): void {
  const address = new URL(window.location.href);
  address.searchParams.delete(fixParameter);
  window.history.replaceState(null, "", address);
}

interface AddButtonProps {
  title: string;
  pressed: boolean;
  onPress(): void;
}

function AddButton({ title, pressed, onPress }: AddButtonProps) {
  return (
    <Button variant="ghost" aria-pressed={pressed} onClick={onPress}>
      {pressed ? <CheckMark aria-hidden /> : <Plus aria-hidden />}
      <span>
        {pressed ? "In the plan" : "Add to the plan"}
        <span className="sr-only">: {title}</span>
      </span>
    </Button>
  );
}
