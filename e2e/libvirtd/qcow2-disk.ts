import type { ElementPlan } from "@/server/xml/build-xml";

/** A disk that is a qcow2 file, as what moves wants it: nothing of it in the host's cache. */
export function qcow2Disk(path: string): ElementPlan {
  return {
    name: "disk",
    attributes: { type: "file", device: "disk" },
    children: [
      { name: "driver", attributes: { name: "qemu", type: "qcow2", cache: "none" } },
      { name: "source", attributes: { file: path } },
      { name: "target", attributes: { dev: "vda", bus: "virtio" } },
    ],
  };
}
