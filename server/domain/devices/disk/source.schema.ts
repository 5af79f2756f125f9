import { choice, type Field, path, text } from "../../fields/field.schema";

const sourceTypes = [
  ["file", "File on the host"],
  ["block", "Block device on the host"],
  ["volume", "Storage pool volume"],
] as const;

/** What libvirt lets somebody call a pool or a volume, which are there already. */
const _given = { pattern: /^(?!\.{1,2}$)[^/\p{Cc}]{1,255}$/u, problem: "A name has no slashes." };

/** What is said of one image and of no other: what it stands on, where in it the disk is, its keys, who may open it. */
const owns = ["source/*", "backingStore", "mirror", "auth", "encryption"];

/** Where a disk or a disc comes from. */
export function sourceFields(given: { live?: true; required?: true }, without: string): Field[] {
  const more = { ...given, owns };
  return [
    choice("type", "Source", "@type", sourceTypes, more),
    path("file", "File", "source@file", { when: { field: "type", is: ["file"] }, ...more }),
    path("dev", "Block device", "source@dev", { when: { field: "type", is: ["block"] }, ...more }),
    text("pool", "Pool", "source@pool", {
      when: { field: "type", is: ["volume"] },
      ...given,
      suggest: "pools",
      ...more,
    }),
    text("volume", "Volume", "source@volume", {
      when: { field: "type", is: ["volume"] },
      ...given,
      suggest: "volumes",
      ...more,
    }),
    choice(
      "missing",
      "If the image is missing",
      "source@startupPolicy",
      [
        ["mandatory", "the VM does not start"],
        ["requisite", "it starts, but can't be migrated here"],
        ["optional", `it starts ${without}`],
      ],
      { rare: true },
    ),
  ];
}
