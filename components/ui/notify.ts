export type NoticeKind = "success" | "error";

/** Shows a notice in the corner for a few seconds; it is read out too. Its code is loaded by the first one. */
export function notify(kind: NoticeKind, title: string, description?: string): void {
  void import("sonner").then(({ toast }) => {
    toast[kind](title, description === undefined ? {} : { description });
  });
}
