import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { withRouter } from "@/components/ui/with-router.test-data";
import type { Upload } from "./upload-board";
import UploadItem from "./upload-item";

const running: Upload = {
  id: 1,
  hostId: "local",
  pool: "default",
  name: "debian.iso",
  size: 100 * 1024 ** 2,
  sent: 40 * 1024 ** 2,
  state: "running",
  bytesPerSecond: 2 * 1024 ** 2,
  problem: null,
  checksum: null,
};

/** What is read of an upload, without markup. */
function words(part: Partial<Upload>): string {
  return renderToStaticMarkup(withRouter(<UploadItem upload={{ ...running, ...part }} />))
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

describe("UploadItem", () => {
  test("tells how far it is, how fast and how long it takes", () => {
    expect(words({})).toBe(
      "debian.iso to default 40 MiB of 100 MiB, 40 % · 2 MiB/s · 30 s left Pause Cancel",
    );
  });

  test("promises no time while it is paused, nor once all is sent", () => {
    expect(words({ state: "paused", bytesPerSecond: null })).toBe(
      "debian.iso to default 40 MiB of 100 MiB, 40 % · paused Resume Cancel",
    );
    expect(words({ sent: running.size })).toContain("100 % · verifying Pause");
  });

  test("says why it failed, and lets it be tried again", () => {
    expect(words({ state: "failed", problem: "The pool default is full." })).toBe(
      "debian.iso to default The pool default is full. Try again Cancel",
    );
  });

  test("shows the checksum of what arrived", () => {
    expect(words({ state: "done", sent: running.size, checksum: "ab12" })).toBe(
      "debian.iso to default Uploaded, 100 MiB. SHA-256 ab12 Copy SHA-256 Dismiss",
    );
  });
});
