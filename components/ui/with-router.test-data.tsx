import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactNode } from "react";

const goesNowhere = {
  back: () => undefined,
  forward: () => undefined,
  refresh: () => undefined,
  push: () => undefined,
  replace: () => undefined,
  prefetch: () => undefined,
  bfcacheId: "0",
};

/** Puts around components what their links ask for. */
export function withRouter(children: ReactNode): ReactNode {
  return <AppRouterContext value={goesNowhere}>{children}</AppRouterContext>;
}
