import { randomUUID } from "node:crypto";
import { Connection } from "@/server/libvirt/connection";
import { parseLibvirtUri } from "@/server/libvirt/uri";
import { buildXml } from "@/server/xml/build-xml";

/**
 * Starts a VM of libvirt's test driver whose screen, by its definition, is at `port`; gives its UUID, and the
 * connection. The driver forgets everything once nobody is connected to it.
 */
export async function startMadeUpVm(testUri: string, port: number): Promise<[string, Connection]> {
  const uuid = randomUUID();
  const xml = buildXml({
    name: "domain",
    attributes: { type: "test" },
    children: [
      { name: "name", text: "producer" },
      { name: "uuid", text: uuid },
      { name: "memory", attributes: { unit: "MiB" }, text: "16" },
      { name: "os", children: [{ name: "type", text: "hvm" }] },
      {
        name: "devices",
        children: [
          {
            name: "graphics",
            attributes: { type: "vnc", port: String(port), autoport: "no", listen: "127.0.0.1" },
          },
        ],
      },
    ],
  });
  const { dialer, uri } = parseLibvirtUri(testUri);
  const connection = await Connection.open(dialer, uri);
  const { dom } = await connection.call("domain_define_xml", { xml });
  await connection.call("domain_create", { dom });
  return [uuid, connection];
}
