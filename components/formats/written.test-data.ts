import { type Formats, plainFormats } from "@/server/access/formats/page-formats.schema";
import { withPageRequest } from "@/server/api/page-request";

/** What something comes to where a page is written by these formats, as the server draws it. */
export function written<Result>(formats: Partial<Formats>, what: () => Result): Result {
  return withPageRequest({ vms: () => [], formats: { ...plainFormats, ...formats } }, what);
}
