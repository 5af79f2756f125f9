"use client";

import { Share2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useRights, vmObject } from "@/components/data/use-rights";
import type { WatchedConsole } from "../people/watched-console";
import { ToolButton } from "../tool-button";

const ShareConsoleDialog = dynamic(() => import("./share-console-dialog"), { ssr: false });

/** Opens what makes and revokes links to a VM's consoles; nothing for who may not. */
export function ShareConsoleButton({ console }: { console: WatchedConsole }) {
  const [shown, setShown] = useState(false);
  const mayNot = useRights(vmObject(console.vm));
  if (mayNot("console.createLink") !== null) return null;
  return (
    <>
      <ToolButton label="Share this console…" icon={Share2} onClick={() => setShown(true)} />
      {shown ? <ShareConsoleDialog console={console} onClose={() => setShown(false)} /> : null}
    </>
  );
}
