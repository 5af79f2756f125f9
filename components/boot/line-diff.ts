/** What differs between two texts of a file, as lines that go and lines that come, between what both begin and end with. */
export function lineDiff(before: string, after: string): string {
  const [old, young] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < young.length - start &&
    old[old.length - 1 - end] === young[young.length - 1 - end]
  ) {
    end += 1;
  }
  const gone = old.slice(start, old.length - end).map((line) => `-${line}`);
  const come = young.slice(start, young.length - end).map((line) => `+${line}`);
  return gone.length + come.length === 0 ? "" : [`@@ line ${start + 1} @@`, ...gone, ...come].join("\n");
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
