import { AsyncLocalStorage } from "node:async_hooks";
import type { Formats } from "../access/formats/page-formats.schema";
import type { VmSummary } from "../fleet/schema";

/** What a page can read of the server while it is drawn. */
export interface PageRequest {
  /** The VMs that its viewer may see, as they are now. */
  vms: () => readonly VmSummary[];
  /** How it writes dates, times and numbers. */
  formats: Formats;
}

declare global {
  /** Next bundles the pages by themselves: what they share with the server is what is global in its process. */
  var passdeckPage: AsyncLocalStorage<PageRequest> | undefined;
}

/** Has the page that `draw` draws find `request`. */
export function withPageRequest<Drawn>(request: PageRequest, draw: () => Drawn): Drawn {
  globalThis.passdeckPage ??= new AsyncLocalStorage();
  return globalThis.passdeckPage.run(request, draw);
}
