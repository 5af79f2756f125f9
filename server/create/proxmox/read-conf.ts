import { ConfLine } from "./conf-line";

/** The text of a VM's configuration, `/etc/pve/qemu-server/100.conf` or what `qm config 100` prints (qm.conf(5)). */
export interface ProxmoxConf {
  lines: ConfLine[];
  /** The comments at its beginning, or the key of that name. */
  description: string;
  /** Lines that are neither a key with a value nor a comment, and keys that stand there again further down. */
  notes: { line: ConfLine; reason: string }[];
  /** "PENDING", "special:cloudinit", or a snapshot's name. */
  sections: string[];
}

const entry = /^([a-z][a-z0-9_-]*):\s*(.*?)\s*$/;

/** Takes the text apart. What a section says is another state of the VM, and not read. */
export function readConf(text: string): ProxmoxConf {
  const conf: ProxmoxConf = { lines: [], description: "", notes: [], sections: [] };
  const comments: string[] = [];
  for (const [position, line] of text.split(/\r?\n/).entries()) {
    const [, section] = /^\[\s*([^\]]+?)\s*\]\s*$/.exec(line) ?? [];
    if (section !== undefined) conf.sections.push(section);
    else if (conf.sections.length > 0 || line.trim() === "") continue;
    else if (line.startsWith("#")) comments.push(decoded(line.slice(1)));
    else addLine(conf, comments, line, position);
  }
  conf.description = comments.join("\n").trimEnd();
  return conf;
}

function addLine(conf: ProxmoxConf, comments: string[], line: string, position: number) {
  const [, key, value = ""] = entry.exec(line) ?? [];
  if (key === undefined) {
    const unread = new ConfLine(line.trim().slice(0, 200), "", position);
    conf.notes.push({ line: unread, reason: "This is not a line of a configuration (key: value)." });
  } else if (key === "description" || key === "notes") comments.push(decoded(value));
  else {
    const again = conf.lines.findIndex(({ name }) => name === key);
    const [earlier] = again < 0 ? [] : conf.lines.splice(again, 1);
    if (earlier !== undefined)
      conf.notes.push({ line: earlier, reason: `${key} stands there again below, which counts.` });
    conf.lines.push(new ConfLine(key, value, position));
  }
}

/** Descriptions are written as in addresses: "%0A" for a line's end. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
