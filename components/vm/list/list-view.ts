import { stateOrder } from "@/components/fleet/state-look";
import type { VmState } from "@/server/fleet/schema";
import { type ColumnId, columnIds, columnOf } from "./columns";

export const groupings = ["none", "host", "folder", "tags"] as const;
/** By what VMs stand together in the list. */
export type Grouping = (typeof groupings)[number];

/** What the list of VMs is asked to show. */
export interface ListView {
  query: string;
  state: VmState | "all";
  /** A host's id; null: those of all. */
  host: string | null;
  /** Those that have all of these. */
  tags: readonly string[];
  /** Those in it and below it; null: wherever they are. */
  folder: string | null;
  group: Grouping;
  sort: ColumnId;
  descending: boolean;
}

export const plainView: ListView = {
  query: "",
  state: "all",
  host: null,
  tags: [],
  folder: null,
  group: "none",
  sort: "name",
  descending: false,
};

/** Reads a view from an address's search part; what makes no sense there is left out. */
export function readView(search: { get(name: string): string | null }): ListView {
  const sort = search.get("sort") ?? "";
  const column = columnIds.find((id) => id === sort.replace(/^-/, ""));
  return {
    query: search.get("q") ?? "",
    state: stateOrder.find((state) => state === search.get("state")) ?? "all",
    host: search.get("host") || null,
    tags: [...new Set(search.get("tag")?.split(",").filter(Boolean) ?? [])],
    folder: search.get("folder") || null,
    group: groupings.find((group) => group === search.get("group")) ?? plainView.group,
    sort: column ?? plainView.sort,
    descending: column !== undefined && sort.startsWith("-"),
  };
}

/** The view at an address: a bare one stands for the view that its viewer has chosen to open with. */
export function viewAt(search: URLSearchParams, chosen: string | null): ListView {
  return readView(search.size === 0 && chosen !== null ? new URLSearchParams(chosen) : search);
}

/**
 * Writes a view as the search part of an address: "?q=web&sort=-cpu". The plain one is "", but to who has chosen another to
 * open with.
 */
export function writeView(view: ListView, chosen: string | null = null): string {
  const search = new URLSearchParams();
  if (view.query !== "") search.set("q", view.query);
  if (view.state !== "all") search.set("state", view.state);
  if (view.host !== null) search.set("host", view.host);
  if (view.tags.length > 0) search.set("tag", view.tags.join(","));
  if (view.folder !== null) search.set("folder", view.folder);
  if (view.group !== plainView.group) search.set("group", view.group);
  if (view.sort !== plainView.sort || view.descending)
    search.set("sort", `${view.descending ? "-" : ""}${view.sort}`);
  const text = search.toString();
  if (text !== "") return `?${text}`;
  return chosen === null ? "" : `?sort=${plainView.sort}`;
}

/** The view after its user pressed a column's heading: sorted by it, or turned round where it is already. */
export function sortedBy(view: ListView, column: ColumnId): ListView {
  if (view.sort === column) return { ...view, descending: !view.descending };
  return { ...view, sort: column, descending: columnOf(column).descendingFirst };
}

/** The view in its order, without whatever leaves VMs out. */
export function unfiltered({ group, sort, descending }: ListView): ListView {
  return { ...plainView, group, sort, descending };
}
