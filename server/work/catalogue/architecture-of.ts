import type { Architecture } from "../../create/catalogue/catalogue.schema";
import type { Connection } from "../../libvirt/connection";
import { childOf, parseXml, textOf } from "../../xml/xml";

/** The architecture of a host, where there are images for it; null where there are none. */
export async function architectureOf(connection: Connection): Promise<Architecture | null> {
  const { capabilities } = await connection.call("connect_get_capabilities");
  const name = textOf(childOf(parseXml(capabilities).documentElement, "host", "cpu", "arch"));
  return name === "x86_64" || name === "aarch64" ? name : null;
}
