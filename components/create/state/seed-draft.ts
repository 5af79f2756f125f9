import type { SeedFiles } from "@/server/create/cloud-init/cloud-init.schema";
import type { VmSpecification } from "@/server/create/vm-specification.schema";
import { type CloudDraft, cloudSettings, seededVm } from "./cloud";
import { hashOf } from "./password-hash";

/**
 * The seed's files as they are made of what was filled in, to be edited from then on. The password is hashed for it.
 * @throws where cloud-init's settings are not complete
 */
export async function seedFilesOf(cloud: CloudDraft, draft: VmSpecification): Promise<SeedFiles> {
  const [{ cloudInitSchema }, { seedFiles }, hash] = await Promise.all([
    import("@/server/create/cloud-init/cloud-init.schema"),
    import("@/server/create/cloud-init/seed-files.schema"),
    hashOf(cloud.password),
  ]);
  const parsed = cloudInitSchema.safeParse(cloudSettings(cloud, draft, hash));
  if (!parsed.success) throw new Error("Fill in the form first: the files are made from it.");
  return seedFiles(parsed.data, seededVm(draft, cloud));
}
