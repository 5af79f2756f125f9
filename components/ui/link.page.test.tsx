import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, onTestFinished, test } from "vitest";
import { Link } from "./link";
import { withRouter } from "./with-router.test-data";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** A link in a page, and what it has the router do. */
async function shownLink() {
  const done: string[] = [];
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  onTestFinished(() => act(async () => root.unmount()));
  const link = <Link href="/vms">VMs</Link>;
  const router = {
    push: (href: string) => void done.push(`push ${href}`),
    prefetch: (href: string) => void done.push(`prefetch ${href}`),
  };
  await act(async () => root.render(withRouter(link, router)));
  const anchor = document.querySelector("a");
  if (anchor === null) throw new Error("no link");
  const press = (keys: MouseEventInit = {}) => {
    const event = new MouseEvent("click", { bubbles: true, cancelable: true, ...keys });
    act(() => void anchor.dispatchEvent(event));
    return event.defaultPrevented ? "ours" : "the browser's";
  };
  return { anchor, done, press };
}

test("a press opens the page; with a key it is the browser's", async () => {
  const { anchor, done, press } = await shownLink();
  expect(anchor.getAttribute("href")).toBe("/vms");
  expect(press()).toBe("ours");
  expect(done).toEqual(["push /vms"]);
  for (const key of ["ctrlKey", "metaKey", "shiftKey", "altKey"])
    expect(press({ [key]: true })).toBe("the browser's");
  expect(press({ button: 1 })).toBe("the browser's");
  expect(done).toHaveLength(1);
});

test("the page is fetched once somebody is about to follow it", async () => {
  const { anchor, done } = await shownLink();
  act(() => anchor.focus());
  expect(done).toEqual(["prefetch /vms"]);
});
