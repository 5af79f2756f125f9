import { choice, type Field, path, text } from "../../fields/field.schema";

const sourceTypes = [
  ["file", "File on the host"],
  ["block", "Block device on the host"],
  ["volume", "Storage pool volume"],
] as const;

const word = /^[\p{L}\p{N}_][\p{L}\p{N} ._+@:-]{0,254}$/u;

const named = "A name begins with a letter or digit and has no slashes.";

/** Where a disk or a disc comes from. */
export function sourceFields(more: { live?: true; required?: true }): Field[] {
  return [
    choice("type", "Source", "@type", sourceTypes, more),
    path("file", "File", "source@file", { when: { field: "type", is: ["file"] }, ...more }),
    path("dev", "Block device", "source@dev", { when: { field: "type", is: ["block"] }, ...more }),
    text("pool", "Pool", "source@pool", {
      when: { field: "type", is: ["volume"] },
      pattern: word,
      problem: named,
      suggest: "pools",
      ...more,
    }),
    text("volume", "Volume", "source@volume", {
      when: { field: "type", is: ["volume"] },
      pattern: word,
      problem: named,
      suggest: "volumes",
      ...more,
    }),
  ];
}
