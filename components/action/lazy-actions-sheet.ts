import { lazy } from "react";

/** Fetches the code of the menu of actions. */
export const loadActionsSheet = () => import("./actions-sheet");

/** The menu of actions, whose code comes when someone is about to open it. */
export const LazyActionsSheet = lazy(loadActionsSheet);
