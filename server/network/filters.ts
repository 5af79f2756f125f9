import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import type { ProcedureResult } from "../libvirt/protocol/procedures.gen";
import { formatUuid } from "../libvirt/uuid";
import { problemOf } from "../xml/problem-of";
import { attributeOf, childrenOf, parseXml } from "../xml/xml";
import type { FilterSummary } from "./filter.schema";

type FilterHandle = ProcedureResult["connect_list_all_nwfilters"]["filters"][number];
type Caller = Pick<Connection, "call">;

/** All network filters by name, with their XML. None where the driver has none. */
export async function loadFilters(connection: Caller): Promise<FilterSummary[]> {
  try {
    const { filters } = await connection.call("connect_list_all_nwfilters", { need_results: 1, flags: 0 });
    const found = await Promise.all(filters.map((nwfilter) => loadFilter(connection, nwfilter)));
    return found.toSorted((left, right) => left.name.localeCompare(right.name));
  } catch (error) {
    if (error instanceof LibvirtError) return [];
    throw error;
  }
}

/** One that can't be read says so, and is no error. */
async function loadFilter(connection: Caller, nwfilter: FilterHandle): Promise<FilterSummary> {
  const known = { uuid: formatUuid(nwfilter.uuid), name: nwfilter.name };
  const { xml } = await connection.call("nwfilter_get_xml_desc", { nwfilter, flags: 0 });
  try {
    return { ...known, includes: includesOf(xml), xml, unreadable: null };
  } catch (error) {
    return { ...known, includes: [], xml, unreadable: { problem: problemOf(error) } };
  }
}

function includesOf(xml: string): string[] {
  return childrenOf(parseXml(xml).documentElement, "filterref").flatMap(
    (reference) => attributeOf(reference, "filter") ?? [],
  );
}
