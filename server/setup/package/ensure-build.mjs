import { build } from "../build.mjs";
import { buildIsFresh } from "../build-stamp.mjs";
import { withSetupLock } from "../lock.mjs";
import { checkNodeVersion } from "../node-version.mjs";
import { ensureNpmPackages } from "../npm-packages.mjs";

/** Installs npm's packages and builds, where that is not done yet for these very sources. */
export async function ensureBuild() {
  checkNodeVersion();
  await withSetupLock(async () => {
    await ensureNpmPackages();
    if (!buildIsFresh()) await build();
  });
}
