import { notifyManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { onTestFinished } from "vitest";
import { withRouter } from "@/components/ui/with-router.test-data";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
// Within the turn that React's act waits for.
notifyManager.setScheduler(queueMicrotask);

/** Something that is shown in a document, for tests that need more than its markup. */
export interface Rendered {
  /** What can be read of it. */
  text(): string;
  /** Presses the button with these words. */
  press(words: string): Promise<void>;
  /** Does something of which the components hear, and has them draw what comes of it. */
  after(what: () => unknown): Promise<void>;
  root: HTMLElement;
}

/** Shows components with the data idiom around them, until the test ends. A file that uses it runs in happy-dom. */
export async function rendered(
  children: ReactNode,
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } }),
): Promise<Rendered> {
  const root = document.body.appendChild(document.createElement("div"));
  const shown = createRoot(root);
  onTestFinished(() => act(async () => shown.unmount()));
  await act(async () => {
    shown.render(<QueryClientProvider client={client}>{withRouter(children)}</QueryClientProvider>);
  });
  const after = async (what: () => unknown) => {
    await act(async () => {
      await what();
    });
  };
  return {
    root,
    text: () => wordsOf(root).replace(/\s+/g, " ").trim(),
    after,
    press: (words) =>
      after(() => {
        const button = [...root.querySelectorAll("button")].find(({ textContent }) => textContent === words);
        if (button === undefined) throw new Error(`no button “${words}” in ${root.innerHTML}`);
        button.click();
      }),
  };
}

/** The text of an element, with a space between elements. */
function wordsOf(node: Node): string {
  return node.nodeType === node.TEXT_NODE
    ? (node.nodeValue ?? "")
    : [...node.childNodes].map(wordsOf).join(" ");
}
