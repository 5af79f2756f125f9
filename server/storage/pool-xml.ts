import { buildXml, type ElementPlan } from "../xml/build-xml";
import type { CreatePoolRequest } from "./pool-request.schema";

/** The definition of a new pool (https://libvirt.org/formatstorage.html#storage-pool-xml). */
export function poolXml(request: CreatePoolRequest, uuid: string): string {
  return buildXml({
    name: "pool",
    attributes: { type: request.type },
    children: [{ name: "name", text: request.name }, { name: "uuid", text: uuid }, ...placesOf(request)],
  });
}

function placesOf(request: CreatePoolRequest): ElementPlan[] {
  switch (request.type) {
    case "dir":
      return [target(request.path)];
    case "fs":
      return [
        source({ name: "device", attributes: { path: request.device } }, format("auto")),
        target(request.path),
      ];
    case "netfs":
      return [
        source(
          { name: "host", attributes: { name: request.server } },
          { name: "dir", attributes: { path: request.exportedPath } },
          format("nfs"),
        ),
        target(request.path),
      ];
    case "logical":
      return [
        source({ name: "name", text: request.volumeGroup }, format("lvm2")),
        target(`/dev/${request.volumeGroup}`),
      ];
    case "zfs":
      return [source({ name: "name", text: request.dataset })];
    case "rbd":
      return [
        source(
          ...request.monitors.map(monitor),
          { name: "name", text: request.cephPool },
          ...authOf(request),
        ),
      ];
  }
}

function source(...children: ElementPlan[]): ElementPlan {
  return { name: "source", children };
}

function target(path: string): ElementPlan {
  return { name: "target", children: [{ name: "path", text: path }] };
}

function format(type: string): ElementPlan {
  return { name: "format", attributes: { type } };
}

type Rbd = Extract<CreatePoolRequest, { type: "rbd" }>;

function monitor({ host, port }: Rbd["monitors"][number]): ElementPlan {
  return { name: "host", attributes: { name: host, ...(port === null ? {} : { port: String(port) }) } };
}

function authOf({ authentication }: Rbd): ElementPlan[] {
  if (authentication === null) return [];
  const { username, secretId } = authentication;
  return [
    {
      name: "auth",
      attributes: { type: "ceph", username },
      children: [{ name: "secret", attributes: { uuid: secretId } }],
    },
  ];
}
