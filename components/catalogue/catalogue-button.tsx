"use client";

import { Library } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import type { GotImage } from "./got-image";

const CatalogueDialog = lazy(() => import("./catalogue-dialog"));

interface CatalogueButtonProps extends Pick<ButtonProps, "size" | "className"> {
  hostId: string;
  /** What goes on with an image; the catalogue is closed by then. Left out: it is only downloaded. */
  onGot?: (got: GotImage) => void;
}

/** Opens the image catalogue. */
export default function CatalogueButton({ hostId, onGot, ...look }: CatalogueButtonProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button {...look} onClick={() => setOpen(true)}>
        <Library aria-hidden />
        Image catalogue
      </Button>
      <Suspense>
        {open ? (
          <CatalogueDialog
            hostId={hostId}
            onGot={
              onGot === undefined
                ? null
                : (got) => {
                    close();
                    onGot(got);
                  }
            }
            onClose={close}
          />
        ) : null}
      </Suspense>
    </>
  );
}
