import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactNode } from "react";

const goesNowhere = {
  back: () => undefined,
  forward: () => undefined,
  refresh: () => undefined,
  push: (_href: string): void => undefined,
  replace: () => undefined,
  prefetch: (_href: string): void => undefined,
  bfcacheId: "0",
};

/** Puts around components what their links ask for; `part` hears what they do with it. */
export function withRouter(children: ReactNode, part: Partial<typeof goesNowhere> = {}): ReactNode {
  return <AppRouterContext value={{ ...goesNowhere, ...part }}>{children}</AppRouterContext>;
}
