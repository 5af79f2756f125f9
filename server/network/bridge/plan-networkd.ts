import type { FileReplacement } from "../../host/configuration/host-configuration";
import type { GuideRequest } from "../guide/guide-request";
import { networkdFiles } from "../guide/systemd-networkd";
import { type BridgeFiles, deleteBridge, type PlannedBridge } from "./bridge-change";

const folders = ["etc/systemd/network", "run/systemd/network"] as const;

/** systemd-networkd reads /run as /etc (systemd.network(5)): the same files are tried there. */
export function planNetworkd(request: GuideRequest, files: BridgeFiles): PlannedBridge {
  const { bridge, port } = request;
  const wanted = networkdFiles(request);
  const first = `05-${bridge}`;
  const there = folders.flatMap((folder) => files.names(folder).map((name) => ({ folder, name })));
  const known = there.find(({ name }) => wanted.some((file) => file.name === name));
  if (known !== undefined)
    return {
      refusal: `/${known.folder}/${known.name} is there already. Choose another name for the bridge.`,
    };
  const earlier = there.find(({ name }) => name.endsWith(".network") && name < first);
  if (earlier !== undefined)
    return {
      refusal: `/${earlier.folder}/${earlier.name} comes before ${first}, and may be about ${port.name}: of two files only the first counts. Give it a later name.`,
    };
  const filesIn = (folder: string): FileReplacement[] =>
    wanted.map(({ name, text }) => ({ path: `${folder}/${name}`, from: null, to: text, executable: false }));
  const reload = [
    ["networkctl", "reload"],
    ["networkctl", "reconfigure", port.name],
  ];
  const way = { before: [], after: reload };
  const back = { before: [deleteBridge(bridge)], after: reload };
  return {
    files: filesIn("etc/systemd/network"),
    live: filesIn("run/systemd/network"),
    there: way,
    back,
    kept: [],
    undone: { there: back, back: way },
    notes: [
      `What the present .network file of ${port.name} sets besides addresses, routes, DNS and VLANs does not move to ${bridge}.`,
    ],
  };
}
