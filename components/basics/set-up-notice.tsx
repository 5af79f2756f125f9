"use client";

import { Sparkles } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { trpc } from "@/components/data/client";
import { Loaded } from "@/components/data/loaded";
import { hostObject, useRights } from "@/components/data/use-rights";
import { ReasonButton } from "@/components/ui/reason-button";
import { useLacking } from "./use-lacking";
import { lackWords, setUpLabel } from "./words";

const PlanDialog = lazy(() => import("@/components/plan/plan-dialog"));

export interface SetUpNoticeProps {
  hostId: string;
  /** The host's, where there are several that may be meant. */
  name?: string;
  /** What the page knows: false where nothing is lacking. An open plan stays until it is closed. */
  offered?: boolean;
}

/** Offers to give a host what VMs need and it has none of that runs. Nothing of one that lacks nothing. */
export default function SetUpNotice({ hostId, name = "This host", offered = true }: SetUpNoticeProps) {
  const lacking = useLacking(hostId, offered);
  const mayNot = useRights(hostObject(hostId));
  const [planning, setPlanning] = useState(false);
  const close = () => {
    setPlanning(false);
    void lacking.refetch();
  };
  if (!offered && !planning) return null;
  return (
    <Loaded reading={lacking} what="what the host lacks" skeleton={<span />}>
      {(lacks) =>
        planning || lacks.pool || lacks.network ? (
          <section className="mb-4 flex flex-wrap items-center gap-3 rounded-lg border border-accent/40 bg-accent/8 px-4 py-3">
            <Sparkles aria-hidden className="size-4 shrink-0 text-accent" />
            <div className="wrap-anywhere min-w-0 flex-1 basis-64">
              <h2 className="font-semibold">{lackWords(name, lacks)}</h2>
              <p className="text-muted">
                Passdeck sets that up the way libvirt does. You see each step before anything is changed.
              </p>
            </div>
            <ReasonButton
              variant="primary"
              reason={mayNot("host.planBasics")}
              onClick={() => setPlanning(true)}
            >
              {setUpLabel(lacks)}
            </ReasonButton>
            <Suspense>
              {planning ? (
                <PlanDialog
                  request={{
                    title: "Set up storage and a network",
                    label: "Set up",
                    right: { act: "host.makeBasics", objects: [hostObject(hostId)] },
                    load: () => trpc.host.planBasics.query({ hostId }),
                    run: (fingerprint) => trpc.host.makeBasics.mutate({ hostId, fingerprint }),
                  }}
                  onClose={close}
                />
              ) : null}
            </Suspense>
          </section>
        ) : null
      }
    </Loaded>
  );
}
