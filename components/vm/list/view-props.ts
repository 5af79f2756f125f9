import type { ListView } from "./list-view";

/** For what shows a part of the list's view, and changes it. */
export interface ViewProps {
  view: ListView;
  onView: (view: ListView) => void;
}
