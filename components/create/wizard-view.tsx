"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { lazy, Suspense, useMemo, useState } from "react";
import { useRefetchOn } from "@/components/data/use-refetch-on";
import { Button } from "@/components/ui/button";
import { FormProblems } from "@/components/ui/form/form-problems";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs, TabsContent } from "@/components/ui/tabs";
import { useAttended } from "@/components/ui/use-attended";
import type { Subject } from "@/server/access/share.schema";
import type { CreateChoices } from "@/server/create/choices.schema";
import type { PresetTile } from "./opening";
import type { KeptPreset } from "./state/base";
import { passwordOf } from "./state/password-of";
import { usualNetwork, usualPool } from "./state/room";
import { isStarted, type Wizard, withChoices } from "./state/wizard";
import { fetchSteps, StepBody } from "./steps/step-body";
import { type StepId, steps, stepsOf } from "./steps/step-list";
import { StepTabs } from "./steps/step-tabs";
import { SummaryPanel } from "./summary/summary-panel";
import { useAsked } from "./use-asked";
import { useCreate } from "./use-create";
import { useCreation } from "./use-creation";
import { useHostStamp } from "./use-host-stamp";
import { WizardContext, type WizardContextValue } from "./wizard-context";

const SetUpNotice = lazy(() => import("@/components/basics/set-up-notice"));
const CreatingDialog = lazy(() => import("./creating-dialog"));

interface WizardViewProps {
  hostId: string;
  choices: CreateChoices;
  ourPresets: readonly PresetTile[];
  presets: readonly KeptPreset[];
  /** Asks for the presets anew. */
  reloadPresets(): unknown;
  /** Asks for the choices anew. */
  reloadChoices(): Promise<CreateChoices | undefined>;
  opened: Wizard;
}

/** The steps at the left, what will be made of them at the right. */
export function WizardView(props: WizardViewProps) {
  const { hostId, choices, ourPresets, presets, reloadPresets, reloadChoices, opened } = props;
  const [wizard, update] = useState(opened);
  const [chosen, setStep] = useState<StepId>("start");
  const attended = useAttended();
  const asked = useAsked(wizard, choices, attended);
  useQuery({ queryKey: ["steps of a new VM"], queryFn: fetchSteps, enabled: attended });
  const [owner, setOwner] = useState<Subject | null>(choices.grant?.owners[0]?.subject ?? null);
  const creation = useCreation(hostId, asked.request, owner);
  const create = useCreate(hostId, {
    request: asked.request,
    owner,
    creation,
    password: passwordOf(wizard),
  });
  const order = stepsOf(wizard.way, choices);
  const step = order.find((id) => id === chosen) ?? "start";
  const value = useMemo<WizardContextValue>(() => {
    // While the server has not looked yet, what it found before still stands beside the fields.
    const findings = asked.request === null ? [] : (creation.data?.findings ?? []);
    return {
      hostId,
      wizard,
      owner,
      setOwner,
      choices,
      ourPresets,
      presets,
      problems: [...asked.problems, ...findings],
      update,
      reloadPresets,
      reloadChoices,
    };
  }, [
    hostId,
    wizard,
    owner,
    choices,
    ourPresets,
    presets,
    reloadPresets,
    reloadChoices,
    asked,
    creation.data,
  ]);
  const takeWhatIsThere = async () => {
    const now = await reloadChoices();
    if (now !== undefined) update((before) => withChoices(before, now));
  };
  // A pool may come whenever: by the offer's job, whether that is looked at or not, or by somebody else.
  useRefetchOn(useHostStamp(hostId), { refetch: takeWhatIsThere, isEnabled: true });
  const lacks =
    attended && choices.grant === null && (usualPool(choices) === null || usualNetwork(choices) === null);
  const [offers, setOffers] = useState(lacks);
  if (lacks && !offers) setOffers(true);
  const show = (id: StepId) => {
    setStep(id);
    window.scrollTo({ top: 0 });
  };
  return (
    <WizardContext value={value}>
      <FormProblems value={value.problems}>
        <Tabs value={step} onValueChange={(id) => show(order.find((one) => one === id) ?? "start")}>
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
            <div className="min-w-0">
              <Suspense>{offers ? <SetUpNotice hostId={hostId} offered={lacks} /> : null}</Suspense>
              <StepTabs />
              {order.map((id) => (
                <TabsContent key={id} value={id} className="flex flex-col gap-4 outline-none">
                  <Suspense fallback={<Skeleton className="h-64" />}>
                    <StepBody step={id} creation={creation} />
                  </Suspense>
                </TabsContent>
              ))}
              <StepButtons order={order} step={step} onStep={show} />
            </div>
            <SummaryPanel
              creation={creation}
              onStep={show}
              onCreate={create.onCreate}
              whyNot={create.whyNot}
              busy={create.busy}
              problem={create.problem}
            />
          </div>
        </Tabs>
        <Suspense>
          {create.started === undefined ? null : (
            <CreatingDialog
              hostId={hostId}
              start={isStarted(wizard)}
              onClose={create.close}
              {...create.started}
            />
          )}
        </Suspense>
      </FormProblems>
    </WizardContext>
  );
}

interface StepButtonsProps {
  order: readonly StepId[];
  step: StepId;
  onStep(step: StepId): void;
}

/** To the steps before and after, below a long form. */
function StepButtons({ order, step, onStep }: StepButtonsProps) {
  const index = order.indexOf(step);
  const [before, after] = [order[index - 1], order[index + 1]];
  return (
    <div className="mt-4 flex flex-wrap justify-between gap-2">
      {before === undefined ? (
        <span />
      ) : (
        <Button onClick={() => onStep(before)}>
          <ArrowLeft aria-hidden />
          {steps[before].label}
        </Button>
      )}
      {after === undefined ? null : (
        <Button onClick={() => onStep(after)}>
          {steps[after].label}
          <ArrowRight aria-hidden />
        </Button>
      )}
    </div>
  );
}
