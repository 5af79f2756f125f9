import type { ReactNode } from "react";
import { DataProvider } from "@/components/data/data-provider";

/** Windows of their own, without the shell. */
export default function WindowLayout({ children }: { children: ReactNode }) {
  return <DataProvider>{children}</DataProvider>;
}
