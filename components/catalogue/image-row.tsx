"use client";

import { Check, Download } from "lucide-react";
import { poolObject, useRights } from "@/components/data/use-rights";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ReasonButton } from "@/components/ui/reason-button";
import { Spinner } from "@/components/ui/spinner";
import type { ShownImage } from "@/server/create/catalogue/catalogue.schema";
import { checkedWords, kindWords } from "./catalogue-words";
import type { GotImage } from "./got-image";

interface ImageRowProps {
  hostId: string;
  image: ShownImage;
  pool: string | null;
  busy: string | null;
  onDownload(image: ShownImage, pool: string): void;
  onUse: ((got: GotImage) => void) | null;
}

/** One image: what it is, and the way to have it, or to go on with it where the host has it. */
export function ImageRow({ hostId, image, pool, busy, onDownload, onUse }: ImageRowProps) {
  const { id, title, kind, checked, have } = image;
  const mayNot = useRights(poolObject(hostId, pool ?? ""))("create.downloadImage");
  const reason =
    pool === null ? "No storage pool is running" : busy === null ? mayNot : "One is asked for already";
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <div className="wrap-anywhere min-w-0 flex-1 basis-40">
        <p className="font-medium">{title}</p>
        <p className="text-muted text-sm">
          {kindWords[kind]} · {checkedWords[checked]}
        </p>
      </div>
      {have === null ? (
        <ReasonButton
          size="sm"
          reason={reason}
          aria-label={`Download ${title}`}
          onClick={() => (pool === null ? undefined : onDownload(image, pool))}
        >
          {busy === id ? <Spinner /> : <Download aria-hidden />}
          Download
        </ReasonButton>
      ) : (
        <>
          <Badge tone="success">
            <Check aria-hidden />
            In {have.pool}
          </Badge>
          {onUse === null ? null : (
            <Button size="sm" aria-label={`Use ${title}`} onClick={() => onUse({ image, ...have })}>
              Use
            </Button>
          )}
        </>
      )}
    </li>
  );
}
