import { type Ability, unable } from "../ability";
import type { Host } from "../host";
import type { ReachedHost } from "../route/reached-host";
import { routeWords } from "../route/route-places.schema";
import type { TlsAccess } from "./tls-access";
import { tlsLibvirt } from "./tls-libvirt";

export interface TlsHostOptions extends TlsAccess {
  id: string;
  /** The libvirt there, as the host itself would be asked: "qemu:///system". */
  uri: string;
}

/** A host whose libvirt is reached by TLS, and nothing else of it. Nothing is dialled before somebody asks for something of it. */
export function tlsHost({ id, uri, ...access }: TlsHostOptions): ReachedHost {
  const libvirt = tlsLibvirt(access, uri);
  return { host: hostWith(id, libvirt, routeWords(access.route)), close: () => libvirt.pool.close() };
}

function hostWith(id: string, libvirt: Host["libvirt"], place: string): Host {
  const not = (what: string): Ability<never> => unable(onlyLibvirt(place, what));
  return {
    id,
    name: id,
    demo: null,
    files: not("its devices, drivers and checks"),
    writer: not("changes of its drivers"),
    configuration: not("changes of how it starts"),
    guard: unable(
      `${place} is reached by TLS only, which gives libvirt alone. Open Passdeck on the host itself to change its network.`,
    ),
    tools: not("its kernel’s log"),
    libvirt,
    schemas: not("XML that is checked against its libvirt’s schemas"),
    sockets: not("graphical consoles"),
    qemuFiles: not("ROM files of cards"),
    unchangeable: null,
    managementConnection: () => null,
  };
}

function onlyLibvirt(place: string, what: string): string {
  return `${place} is reached by TLS only, which gives libvirt alone. Add it by ssh for ${what}.`;
}
