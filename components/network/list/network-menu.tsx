"use client";

import { useRouter } from "next/navigation";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { MenuButton } from "@/components/ui/menu-button";
import type { NetworkSummary } from "@/server/network/network.schema";

const loadSheet = () => import("./network-sheet");
const NetworkSheet = lazy(loadSheet);
const EditNetworkDialog = lazy(() => import("../edit/edit-network-dialog"));
const NetworkQuestion = lazy(() => import("./network-question"));

/** What the menu asks for, over the page. */
export type NetworkQuestionKind = "edit" | "stop" | "delete";

export interface NetworkMenuProps {
  hostId: string;
  network: NetworkSummary;
  className: string;
  /** What a screen reader says of a button without words. */
  label?: string;
  children: ReactNode;
}

/** The button of a network's menu, and what the menu asks. */
export function NetworkMenu({ hostId, network, className, label, children }: NetworkMenuProps) {
  const router = useRouter();
  const [question, setQuestion] = useState<NetworkQuestionKind | null>(null);
  return (
    <>
      <MenuButton
        preload={loadSheet}
        sheet={(place) => <NetworkSheet {...place} hostId={hostId} network={network} onAsk={setQuestion} />}
        aria-label={label}
        className={className}
      >
        {children}
      </MenuButton>
      <Suspense>
        {question === "edit" ? (
          <EditNetworkDialog hostId={hostId} network={network} onClose={() => setQuestion(null)} />
        ) : null}
        {question === null || question === "edit" ? null : (
          <NetworkQuestion
            question={question}
            hostId={hostId}
            network={network}
            onClose={() => setQuestion(null)}
            onDeleted={() => router.push("/networks")}
          />
        )}
      </Suspense>
    </>
  );
}
