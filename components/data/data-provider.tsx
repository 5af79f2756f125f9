"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { pageQueryClient } from "./query-client";

/** Gives all components below it `useQuery`, `useSubscription` and `useAction`. */
export function DataProvider({ children }: { children: ReactNode }) {
  const [client] = useState(pageQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
