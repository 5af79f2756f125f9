import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { withRouter } from "@/components/ui/with-router.test-data";
import { HugePagesForm } from "./huge-pages-form";

const gibibyte = 2 ** 30;
const state = {
  availableBytes: 8 * gibibyte,
  totalBytes: 32 * gibibyte,
  freeBytes: 8 * gibibyte,
  nodes: [{ id: 1, totalBytes: 16 * gibibyte, freeBytes: 4 * gibibyte }],
  pools: [{ node: 1, pageBytes: gibibyte, total: 6, free: 2 }],
  unable: null,
  uses: [{ vmId: "1", name: "gaming", pageBytes: gibibyte, bytes: 4 * gibibyte, nodes: [1] }],
};

function shown(report: string | null, before: typeof state.pools = []): string {
  const form = (
    <HugePagesForm hostId="local" state={state} report={report} before={before} onAsk={() => {}} />
  );
  return renderToStaticMarkup(withRouter(form));
}

test("tells a node's memory apart in words, and which VM has pages", () => {
  const markup = shown(null);
  for (const words of ["4 GiB</span>", "huge pages in use", "huge pages free", "Now 6, 2 free.", "gaming"])
    expect(markup).toContain(words);
  expect(markup).toContain("Pages of 1 GiB, node 1");
  expect(markup).not.toContain("What the kernel gave last");
});

test("says what the kernel gave last, and offers what there was before", () => {
  const markup = shown("- 1 GiB on node 1: 8 asked for, 6 there (before: 0)", [
    { node: 1, pageBytes: gibibyte, total: 0, free: 0 },
  ]);
  expect(markup).toContain("8 asked for, 6 there");
  expect(markup).toContain("As before…");
});
