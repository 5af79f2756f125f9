import { ensureLabImages } from "./ensure-images";

/** Before several hosts boot at once: the images that they all boot from. */
await ensureLabImages((step) => console.log(step));
