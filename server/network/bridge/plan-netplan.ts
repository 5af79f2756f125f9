import type { FileReplacement } from "../../host/configuration/host-configuration";
import { readYaml } from "../../yaml/read-yaml";
import { writeYaml } from "../../yaml/write-yaml.schema";
import type { GuideRequest, NoGuide } from "../guide/guide-request";
import { bridgeDefinition, movingKeys } from "../guide/netplan";
import { netplanPort } from "../guide/netplan-port";
import {
  type BridgeFiles,
  changeOf,
  deleteBridge,
  type PlannedBridge,
  patientSeconds,
  seconds,
  within,
} from "./bridge-change";
import { removeKeys } from "./remove-keys";

const folder = "etc/netplan";
const liveFolder = "run/netplan";

/** netplan takes a file below /run in the place of one of its name below /etc (netplan's "General structure"). */
export function planNetplan(request: GuideRequest, files: BridgeFiles): PlannedBridge {
  const port = netplanPort(request);
  if ("refusal" in port) return port;
  const unread = request.host.netplan.find(({ problem }) => problem !== null);
  if (unread !== undefined)
    return { refusal: `It is not known what ${unread.path} says: ${unread.problem}. Mend it first.` };
  const [foreign] = files.names(liveFolder).filter((name) => name.endsWith(".yaml"));
  if (foreign !== undefined)
    return {
      refusal: `/${liveFolder}/${foreign} is there, which counts until the next start of the host alone. Remove it first.`,
    };
  const edits = editsOf(request, files);
  if ("refusal" in edits) return edits;
  const name = nameAfter(files.names(folder), request.bridge);
  const changed = [
    ...edits.files,
    ...changeOf(files, `${folder}/${name}`, writeYaml(bridgeDefinition(request, port))),
  ];
  const apply = { before: [], after: [within(seconds.down + seconds.up, "netplan", "apply")] };
  const back = {
    before: [deleteBridge(request.bridge)],
    after: [within(patientSeconds, "netplan", "apply")],
  };
  return {
    files: changed,
    live: changed.map(({ path, to }) => ({
      path: path.replace(folder, liveFolder),
      from: null,
      to,
      executable: false,
    })),
    there: apply,
    back,
    kept: [],
    undone: { there: { ...back, after: apply.after }, back: { before: [], after: back.after } },
    notes: [],
  };
}

/** Of two files the later one counts, by its name alone. */
function nameAfter(names: readonly string[], bridge: string): string {
  const name = `90-${bridge}.yaml`;
  return names.some((other) => other.endsWith(".yaml") && other > name) ? `zz-${bridge}.yaml` : name;
}

/** What other files say of the port's addresses goes: netplan puts lists of several files together. */
function editsOf({ port, host }: GuideRequest, files: BridgeFiles): { files: FileReplacement[] } | NoGuide {
  const changed: FileReplacement[] = [];
  for (const { path, definitions } of host.netplan) {
    const file = path.slice(1);
    let text = files.text(file) ?? "";
    for (const { section, id, keys } of definitions.filter(({ device }) => device === port.name)) {
      const gone = new Set(keys.filter((key) => movingKeys.has(key)));
      if (gone.size === 0) continue;
      if (isRewritten(text, path, files)) return rewritten(path, id);
      const edited = removeKeys(text, ["network", section, id], gone);
      if (edited === null)
        return {
          refusal: `Passdeck can't take ${[...gone].join(", ")} of ${id} out of ${path} without touching what else stands there. Write ${id} with a line for each setting first.`,
        };
      text = edited;
    }
    changed.push(...changeOf(files, file, text));
  }
  return { files: changed };
}

export const cloudFolder = "etc/cloud/cloud.cfg.d";
const [cloudDisabled, cloudConfiguration] = ["etc/cloud/cloud-init.disabled", "etc/cloud/cloud.cfg"];

/** Files that tell whether cloud-init is at work. */
export const cloudMarks = [cloudDisabled, cloudConfiguration];

/** cloud-init writes its file anew for each instance, unless it is told to leave the network alone (its "Network configuration"). */
function isRewritten(text: string, path: string, files: BridgeFiles): boolean {
  if (!path.endsWith("/50-cloud-init.yaml") && !/^#.*cloud-init/im.test(text)) return false;
  if (files.has(cloudDisabled) || !files.has(cloudConfiguration)) return false;
  return !files
    .names(cloudFolder)
    .filter((name) => name.endsWith(".cfg"))
    .some((name) => disablesNetwork(files.text(`${cloudFolder}/${name}`) ?? ""));
}

function disablesNetwork(text: string): boolean {
  const reading = readYaml(text);
  const value = "value" in reading ? reading.value : null;
  const network = typeof value === "object" && value !== null && "network" in value ? value.network : null;
  return (
    typeof network === "object" && network !== null && "config" in network && network.config === "disabled"
  );
}

function rewritten(path: string, id: string): NoGuide {
  return {
    refusal: `${path}, which has the addresses of ${id}, is written anew by cloud-init. Have it leave the network alone first: write “network: {config: disabled}” into /${cloudFolder}/99-disable-network-config.cfg.`,
  };
}
