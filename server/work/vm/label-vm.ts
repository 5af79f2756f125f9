import * as z from "zod";
import { onVm } from "../../access/objects-of";
import { changedLabels, readLabels, writeLabels } from "../../domain/labels";
import { type LabelChange, labelChangeSchema, mostTags } from "../../domain/labels.schema";
import { AppError } from "../../errors";
import { isActive } from "../../fleet/read-vm";
import { parseXml } from "../../xml/xml";
import { defineAct } from "../act";
import { vmReference } from "../references.schema";

/**
 * Gives a VM tags and takes some away, and puts it into a folder or out of all. It goes on meanwhile.
 * @throws AppError "conflict" of one whose definition can't be read, "bad-input" for too many tags.
 */
export const labelVm = defineAct({
  name: "vm.label",
  title: "Change a VM's tags or folder",
  input: vmReference.extend(labelChangeSchema.shape),
  output: z.void(),
  objects: onVm,
  async run({ services: { fleet, definitions }, by, tell }, { hostId, vmId, ...change }) {
    const { summary, handle } = fleet.vm(hostId, vmId);
    const { id, name, state, persistent, unreadable } = summary;
    if (unreadable !== null)
      throw new AppError("conflict", {
        userMessage: `The definition of ${name} can't be read, and so it gets no tags. ${unreadable.problem}`,
      });
    const what = wordsOf(change);
    tell({ title: what });
    const author = { subject: `VM ${name}`, by, what };
    await definitions.change({ hostId, vmId: id }, author, async (connection) => {
      const { xml } = await connection.call("domain_get_xml_desc", { dom: handle, flags: 0 });
      const labels = changedLabels(readLabels(parseXml(xml)), change);
      if (labels.tags.length > mostTags)
        throw new AppError("bad-input", {
          userMessage: `${name} would have ${labels.tags.length} tags. ${mostTags} is the most.`,
        });
      await writeLabels(connection, handle, { persistent, active: isActive(state) }, labels);
    });
    // libvirt's test driver tells of it by no event.
    fleet.host(hostId).current().refresh(handle);
  },
});

/** “Tags: +prod −old; folder Web”. */
function wordsOf({ add, remove, folder }: LabelChange): string {
  const changes = [...add.map((tag) => `+${tag}`), ...remove.map((tag) => `−${tag}`)];
  const tags = changes.length === 0 ? [] : [`tags ${changes.join(" ")}`];
  const place = folder === undefined ? [] : [folder === null ? "no folder" : `folder ${folder}`];
  const words = [...tags, ...place].join("; ");
  return words === "" ? "Tags and folder as they were" : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
