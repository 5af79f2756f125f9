"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { Card, CardHeader } from "@/components/ui/card";
import { FormatsForm } from "./formats-form";

/** How one's pages write dates, times and numbers, in every browser. */
export function FormatsCard() {
  const reading = useQuery(api.account.formats.queryOptions(undefined, { staleTime: 0 }));
  return (
    <Card aria-labelledby="formats-title">
      <CardHeader title="Language and formats" id="formats-title" />
      <Loaded reading={reading} what="your formats">
        {(chosen) => (
          <FormatsForm key={JSON.stringify(chosen)} chosen={chosen} onSaved={() => void reading.refetch()} />
        )}
      </Loaded>
    </Card>
  );
}
