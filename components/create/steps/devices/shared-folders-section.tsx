"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/form/section";
import { TextField } from "@/components/ui/form/text-field";
import { removed, replaced } from "../../state/lists";
import { useDraft } from "../../wizard-context";

/** Folders of the host that the guest mounts by their tags. */
export function SharedFoldersSection() {
  const [{ sharedFolders }, change] = useDraft();
  const set = (folders: typeof sharedFolders) => change({ sharedFolders: folders });
  return (
    <Section title="Shared folders" path={["sharedFolders"]}>
      {sharedFolders.length === 0 ? (
        <p className="text-muted">
          Share a host folder with the guest by virtiofs, which is faster than over the network.
        </p>
      ) : null}
      {sharedFolders.map((folder, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: folders have nothing else that stays while they are typed
        <div key={index} className="grid items-start gap-3 sm:grid-cols-[2fr_1fr_auto]">
          <TextField
            mono
            label="Host folder"
            path={["sharedFolders", index, "path"]}
            value={folder.path}
            onChange={(path) => set(replaced(sharedFolders, index, { ...folder, path }))}
          />
          <TextField
            mono
            label="Tag"
            note={`mount -t virtiofs ${folder.tag} /mnt`}
            path={["sharedFolders", index, "tag"]}
            value={folder.tag}
            onChange={(tag) => set(replaced(sharedFolders, index, { ...folder, tag }))}
          />
          <Button
            variant="ghost"
            size="icon"
            className="sm:mt-6"
            aria-label={`Remove shared folder ${index + 1}`}
            onClick={() => set(removed(sharedFolders, index))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      <Button
        className="self-start"
        onClick={() =>
          set([...sharedFolders, { path: "/srv/shared", tag: `shared${sharedFolders.length || ""}` }])
        }
      >
        <Plus aria-hidden />
        Add shared folder
      </Button>
    </Section>
  );
}
