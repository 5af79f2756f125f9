import { afterEach, expect, test, vi } from "vitest";
import { heedClose } from "./heed-close";
import { setSigningOut } from "./signed-out";

afterEach(() => {
  setSigningOut(false);
  vi.restoreAllMocks();
});

test("who is signed out is led to the sign-in, and who signs out goes where the answer says", () => {
  const assign = vi.spyOn(window.location, "assign").mockImplementation(() => undefined);
  setSigningOut(true);
  heedClose(4401);
  expect(assign).not.toHaveBeenCalled();
  setSigningOut(false);
  heedClose(4401);
  expect(assign).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("/sign-in?next="));
});
