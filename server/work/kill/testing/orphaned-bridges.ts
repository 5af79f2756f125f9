import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { PrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";

const run = promisify(execFile);

/**
 * Deletes the bridges that belong to no active network. A libvirtd that crashes as it stops a network has forgotten the
 * network by then and leaves its bridge, with which no network starts any more.
 */
export async function deleteOrphanedBridges({ namespace, uri }: PrivateLibvirtd): Promise<void> {
  const ip = async (...words: string[]) =>
    (await run("nsenter", ["--target", String(namespace.pid), "--net", "ip", ...words])).stdout;
  const virsh = async (...words: string[]) => (await run("virsh", ["-q", "-c", uri, ...words])).stdout;
  const names = (await virsh("net-list", "--name")).split("\n").filter((name) => name !== "");
  const infos = await Promise.all(names.map((name) => virsh("net-info", name)));
  const owned = infos.map((info) => /^Bridge:\s+(\S+)$/m.exec(info)?.[1]);
  const links: { ifname: string }[] = JSON.parse(
    (await ip("-json", "link", "show", "type", "bridge")) || "[]",
  );
  for (const { ifname } of links) if (!owned.includes(ifname)) await ip("link", "delete", ifname);
}
