"use client";

import { Bookmark } from "lucide-react";
import { lazy } from "react";
import { buttonClasses } from "@/components/ui/button";
import { QuestionMenu } from "@/components/ui/question-menu";
import { writeView } from "../list-view";
import type { ViewProps } from "../view-props";

const loadViewSheet = () => import("./view-sheet");
const ViewSheet = lazy(loadViewSheet);
const SaveViewDialog = lazy(() => import("./save-view-dialog"));
const ManageViewsDialog = lazy(() => import("./manage-views-dialog"));

/** How the list is grouped, and the views that its user has saved. */
export function ViewMenu({ view, onView }: ViewProps) {
  return (
    <QuestionMenu<"save" | "manage">
      preload={loadViewSheet}
      sheet={(place) => <ViewSheet {...place} view={view} onView={onView} />}
      ask={(question, close) =>
        question === "save" ? (
          <SaveViewDialog search={writeView(view, "")} onClose={close} />
        ) : (
          <ManageViewsDialog onClose={close} />
        )
      }
      className={buttonClasses("secondary")}
    >
      <Bookmark aria-hidden />
      Views
    </QuestionMenu>
  );
}
