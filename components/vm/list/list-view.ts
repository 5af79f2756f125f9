import { stateOrder } from "@/components/fleet/state-look";
import type { VmState } from "@/server/fleet/schema";
import { type ColumnId, columnIds, columnOf } from "./columns";

/** What the list of VMs is asked to show. */
export interface ListView {
  query: string;
  state: VmState | "all";
  /** A host's id; null: those of all. */
  host: string | null;
  sort: ColumnId;
  descending: boolean;
}

export const plainView: ListView = { query: "", state: "all", host: null, sort: "name", descending: false };

/** Reads a view from an address's search part; what makes no sense there is left out. */
export function readView(search: { get(name: string): string | null }): ListView {
  const sort = search.get("sort") ?? "";
  const column = columnIds.find((id) => id === sort.replace(/^-/, ""));
  return {
    query: search.get("q") ?? "",
    state: stateOrder.find((state) => state === search.get("state")) ?? "all",
    host: search.get("host") || null,
    sort: column ?? plainView.sort,
    descending: column !== undefined && sort.startsWith("-"),
  };
}

/** Writes a view as the search part of an address, "" for the plain one: "?q=web&sort=-cpu". */
export function writeView(view: ListView): string {
  const search = new URLSearchParams();
  if (view.query !== "") search.set("q", view.query);
  if (view.state !== "all") search.set("state", view.state);
  if (view.host !== null) search.set("host", view.host);
  if (view.sort !== plainView.sort || view.descending)
    search.set("sort", `${view.descending ? "-" : ""}${view.sort}`);
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

/** The view after its user pressed a column's heading: sorted by it, or turned round where it is already. */
export function sortedBy(view: ListView, column: ColumnId): ListView {
  if (view.sort === column) return { ...view, descending: !view.descending };
  return { ...view, sort: column, descending: columnOf(column).descendingFirst };
}
