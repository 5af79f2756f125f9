import { uploadBoard } from "./upload-board";
import { UploadStore } from "./upload-store";

/** The one store of this tab. What speaks tus comes when the first file is to be sent. */
export const uploadStore = new UploadStore(uploadBoard, async (request, events) => {
  const { openTusTransport } = await import("./tus-transport");
  return openTusTransport(request, events);
});
