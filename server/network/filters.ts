import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { formatUuid } from "../libvirt/uuid";
import { attributeOf, childrenOf, parseXml } from "../xml/xml";
import type { FilterSummary } from "./filter.schema";

/** All network filters by name, with their XML. None where the driver has none. */
export async function loadFilters(connection: Connection): Promise<FilterSummary[]> {
  try {
    const { filters } = await connection.call("connect_list_all_nwfilters", { need_results: 1, flags: 0 });
    const read = filters.map(async (nwfilter) => {
      const { xml } = await connection.call("nwfilter_get_xml_desc", { nwfilter, flags: 0 });
      return { uuid: formatUuid(nwfilter.uuid), name: nwfilter.name, includes: includesOf(xml), xml };
    });
    return (await Promise.all(read)).toSorted((left, right) => left.name.localeCompare(right.name));
  } catch (error) {
    if (error instanceof LibvirtError) return [];
    throw error;
  }
}

function includesOf(xml: string): string[] {
  return childrenOf(parseXml(xml).documentElement, "filterref").flatMap(
    (reference) => attributeOf(reference, "filter") ?? [],
  );
}
