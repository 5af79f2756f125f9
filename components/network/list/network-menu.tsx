"use client";

import { useRouter } from "next/navigation";
import { lazy } from "react";
import { type MenuTriggerProps, QuestionMenu } from "@/components/ui/question-menu";
import type { NetworkSummary } from "@/server/network/network.schema";
import type { NetworkQuestionKind } from "./network-sheet";

const loadSheet = () => import("./network-sheet");
const NetworkSheet = lazy(loadSheet);
const EditNetworkDialog = lazy(() => import("../edit/edit-network-dialog"));
const NetworkQuestion = lazy(() => import("./network-question"));

export interface NetworkMenuProps extends MenuTriggerProps {
  hostId: string;
  network: NetworkSummary;
}

/** The button of a network's menu, and what the menu asks. */
export function NetworkMenu({ hostId, network, ...trigger }: NetworkMenuProps) {
  const router = useRouter();
  return (
    <QuestionMenu<NetworkQuestionKind>
      {...trigger}
      preload={loadSheet}
      sheet={(sheet) => <NetworkSheet {...sheet} hostId={hostId} network={network} />}
      ask={(question, close) =>
        question === "edit" ? (
          <EditNetworkDialog hostId={hostId} network={network} onClose={close} />
        ) : (
          <NetworkQuestion
            question={question}
            hostId={hostId}
            network={network}
            onClose={close}
            onDeleted={() => router.push("/networks")}
          />
        )
      }
    />
  );
}
