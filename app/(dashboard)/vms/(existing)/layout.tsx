import type { ReactNode } from "react";
import { VmActionsProvider } from "@/components/action/vm-actions";

/** What is asked before something is done to VMs stays open from one of their pages to the next. */
export default function VmsLayout({ children }: { children: ReactNode }) {
  return <VmActionsProvider>{children}</VmActionsProvider>;
}
