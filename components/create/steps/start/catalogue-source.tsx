"use client";

import CatalogueButton from "@/components/catalogue/catalogue-button";
import { withImage } from "../../state/with-image";
import { useWizard } from "../../wizard-context";

/** Has an image of the catalogue come, and goes on with it. */
export default function CatalogueSource() {
  const { hostId, update, choices, reloadChoices } = useWizard();
  return (
    <CatalogueButton
      hostId={hostId}
      size="sm"
      onGot={async ({ image, pool, volume }) => {
        const now = (await reloadChoices()) ?? choices;
        update((wizard) => withImage(wizard, image, { pool, volume }, now));
      }}
    />
  );
}
