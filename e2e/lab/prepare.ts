import { ensureLabImages, labCache } from "./ensure-images";
import { ensureProjectImage } from "./image/project-image";
import { projectFolder } from "./project-folder";

/** Before the first worker: what takes long and all need is built once. */
export default async function prepare(): Promise<void> {
  await ensureLabImages((step) => console.log(step));
  await ensureProjectImage(projectFolder, labCache);
}
