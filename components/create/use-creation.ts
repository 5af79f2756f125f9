"use client";

import { useEffect, useState } from "react";
import { type ApiOutputs, trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { useSettled } from "@/components/ui/use-settled";
import type { CreateRequest } from "@/server/create/create-request.schema";

/** What the server says of a request: what would be done, what stands against it, the definition. */
export type Creation = ApiOutputs["create"]["plan"];

export interface LoadedCreation {
  /** The last answer; of an older request while a newer one is under way. */
  creation: Creation | null;
  /** The request that the answer is to; null while there is none. */
  request: CreateRequest | null;
  /** The answer is to what is asked now. */
  current: boolean;
  problem: string | null;
  again(): void;
}

/** Milliseconds without a change before the server is asked. */
const pause = 300;

interface Answer {
  asked: string;
  request: CreateRequest;
  creation: Creation | null;
  problem: string | null;
}

/** What would be made of a request, asked for anew as it changes. */
export function useCreation(hostId: string, request: CreateRequest | null): LoadedCreation {
  const settled = useSettled(request, pause);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [round, setRound] = useState(0);
  const asked = `${round} ${JSON.stringify(settled)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` stands for `settled`.
  useEffect(() => {
    if (settled === null) return;
    let outdated = false;
    const keep = (creation: Creation | null, problem: string | null) => {
      if (!outdated)
        setAnswer((before) => ({
          asked,
          request: settled,
          creation: creation ?? before?.creation ?? null,
          problem,
        }));
    };
    trpc.create.plan.mutate({ hostId, request: settled }).then(
      (creation) => keep(creation, null),
      (error: unknown) => keep(null, errorText(error)),
    );
    return () => {
      outdated = true;
    };
  }, [hostId, asked]);
  return {
    creation: answer?.creation ?? null,
    request: answer?.request ?? null,
    current: request !== null && settled === request && answer?.asked === asked,
    problem: answer?.asked === asked ? answer.problem : null,
    again: () => setRound((before) => before + 1),
  };
}
