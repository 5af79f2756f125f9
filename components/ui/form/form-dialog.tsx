"use client";

import { type ReactNode, useId } from "react";
import { Button } from "../button";
import { Dialog, DialogClose, DialogContent } from "../dialog";
import { Spinner } from "../spinner";

export interface FormDialogProps {
  title: string;
  description?: ReactNode;
  /** What the button says: "Create". */
  label: string;
  /** What its button set going; null where that goes on elsewhere. */
  call: { busy: boolean; problem: string | null } | null;
  /** "alertdialog" where something is about to be lost: the button is red then. */
  role?: "dialog" | "alertdialog";
  wide?: boolean;
  onSubmit(): void;
  onClose(): void;
  children?: ReactNode;
}

/** A form over the page: fields, what went wrong, and the two ways out. */
export function FormDialog(props: FormDialogProps) {
  const {
    title,
    description,
    label,
    call,
    role = "dialog",
    wide = false,
    onSubmit,
    onClose,
    children,
  } = props;
  const id = useId();
  const busy = call?.busy ?? false;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        role={role}
        wide={wide}
        title={title}
        description={description}
        footer={
          <>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button
              type="submit"
              form={id}
              variant={role === "alertdialog" ? "danger" : "primary"}
              disabled={busy}
            >
              {busy ? <Spinner /> : null}
              {label}
            </Button>
          </>
        }
      >
        <form
          id={id}
          noValidate
          className="flex flex-col gap-3 pt-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) onSubmit();
          }}
        >
          {children}
          <p role="alert" className="wrap-anywhere text-danger empty:hidden">
            {call?.problem}
          </p>
        </form>
      </DialogContent>
    </Dialog>
  );
}
