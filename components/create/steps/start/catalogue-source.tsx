"use client";

import CatalogueButton from "@/components/catalogue/catalogue-button";
import { useWizard } from "../../wizard-context";

/** Has an image of the catalogue come, and goes on with it. */
export default function CatalogueSource() {
  const { hostId, update, choices, reloadChoices } = useWizard();
  return (
    <CatalogueButton
      hostId={hostId}
      size="sm"
      onGot={async ({ image, pool, volume }) => {
        const [{ withImage }, now = choices] = await Promise.all([
          import("../../state/with-image"),
          reloadChoices(),
        ]);
        update((wizard) => withImage(wizard, image, { pool, volume }, now));
      }}
    />
  );
}
