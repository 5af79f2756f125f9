import { shellWord } from "../../units/shell-word";
import type { InterfacesFile, Stanza } from "../host/host-network.schema";
import {
  detached,
  type GuideRequest,
  keepIt,
  type ManagerGuide,
  type NoGuide,
  undoLater,
  undoneByItself,
} from "./guide-request";
import { stanzasFor } from "./ifupdown-stanzas";

const folder = "/etc/network";

/**
 * Debian's interfaces(5) with bridge-utils-interfaces(5), and Proxmox VE's ifupdown2, which takes over changes as a whole.
 * The new files are made beside the present ones and taken over in one go that does not end with the connection.
 */
export function ifupdownGuide(request: GuideRequest): ManagerGuide | NoGuide {
  const { port, bridge, host } = request;
  const present = aboutPort(request);
  const refusal = whyNoStanzas(request, present);
  if (refusal !== null) return { refusal };
  const { text, notes } = stanzasFor(
    request,
    present.flatMap(({ stanzas }) => stanzas),
  );
  const [saved, staged, block] = [
    `${folder}.before-${bridge}`,
    `${folder}.with-${bridge}`,
    `${folder}.${bridge}`,
  ];
  const restore = `cp -a ${saved}/. ${folder}/`;
  const names = [port.name, ...furtherDevices(present)].join(" ");
  const undo = host.proxmox
    ? [restore, "ifreload -a"]
    : [`ifdown ${bridge} ${port.name}`, restore, `ifup ${names}`];
  const takeOver = `cp -a ${staged}/. ${folder}/`;
  return {
    safety: undoneByItself,
    notes,
    steps: [
      {
        title: "Save the present configuration",
        file: null,
        commands: [
          ...(host.proxmox ? [] : ["apt-get install bridge-utils"]),
          `cp -a ${folder} ${saved}`,
          `cp -a ${folder} ${staged}`,
        ],
      },
      {
        title: `Write down ${port.name} as a port, and ${bridge}`,
        file: { path: block, content: text },
        commands: [
          ...present.flatMap((file) => removal(file, staged, port.name)),
          `cat ${block} >> ${staged}/interfaces`,
          `diff -r ${folder} ${staged}`,
        ],
      },
      undoLater(undo, host),
      {
        title: "Change over, in one go",
        file: null,
        commands: [
          detached(
            host.proxmox
              ? [takeOver, "ifreload -a"]
              : [`ifdown ${names}`, takeOver, `ifup ${port.name} ${bridge}`],
            host,
          ),
        ],
      },
      keepIt(host),
    ],
    undo,
  };
}

/** ifupdown's files with what they say of the port alone. */
export function aboutPort({ port, host }: GuideRequest): InterfacesFile[] {
  return host.interfaces.map((file) => ({ ...file, stanzas: file.stanzas.filter(isAbout(port.name)) }));
}

/** Why a bridge's stanzas can't be made of what the files say; null where they can. */
export function whyNoStanzas({ port }: GuideRequest, files: readonly InterfacesFile[]): string | null {
  const unread = files.find(({ problem }) => problem !== null);
  if (unread !== undefined)
    return `What ${unread.path} says of ${port.name} is not known: ${unread.problem}. A bridge made without it could cut the host off.`;
  const outside = files.find(({ path, stanzas }) => stanzas.length > 0 && !path.startsWith(`${folder}/`));
  if (outside !== undefined)
    return `${outside.path}, which has ${port.name}, is outside of ${folder}. Move its lines there first.`;
  const strange = files
    .flatMap(({ stanzas }) => stanzas)
    .find(
      ({ family, method }) => family !== null && (!["inet", "inet6"].includes(family) || method === null),
    );
  if (strange !== undefined)
    return `What “iface ${strange.device} ${strange.family}” makes of ${port.name} is not known. Write it out with inet or inet6 first.`;
  const odd = furtherDevices(files).find((name) => !/^[\w.-]+:[\w.-]+$/.test(name));
  if (odd !== undefined) return `Passdeck has no commands for “${odd}”, which ifupdown's files have.`;
  const defined = files.some(({ stanzas }) => stanzas.some(({ family }) => family !== null));
  if (!defined && port.kind !== "ethernet")
    return `None of ifupdown's files defines ${port.name}. Find out what makes this ${port.kind}.`;
  return null;
}

/** Takes the port's lines out of a staged file, the last first, so that the numbers before stay right. */
function removal(file: InterfacesFile, staged: string, port: string): string[] {
  const gone = goesOf(file, port);
  if (gone.length === 0) return [];
  const ranges = gone.map(({ first, last }) => `${first},${last}d`).join(";");
  return [`sed -i '${ranges}' ${shellWord(`${staged}${file.path.slice(folder.length)}`)}`];
}

/** The lines of a file that go with the port's addresses. */
export function goesOf({ stanzas }: InterfacesFile, port: string): Stanza[] {
  return stanzas.filter(
    ({ family, options }) => family !== null || options.every((line) => onlyFurther(line, port)),
  );
}

/** "auto eno1:0" goes with eno1:0; "auto eno1" stays, and is right of a port as well. */
function onlyFurther(line: string, port: string): boolean {
  return line
    .split(/\s+/)
    .slice(1)
    .every((name) => name.startsWith(`${port}:`));
}

/** Further addresses as devices of their own: "eno1:0". */
export function furtherDevices(files: readonly InterfacesFile[]): string[] {
  const named = files.flatMap(({ stanzas }) => stanzas.filter(({ family }) => family !== null));
  return [...new Set(named.map(({ device }) => device).filter((device) => device.includes(":")))];
}

function isAbout(port: string): (stanza: Stanza) => boolean {
  return ({ device }) => device.split(":")[0] === port;
}
