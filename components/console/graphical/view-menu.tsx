import { ChevronDown } from "lucide-react";
import { buttonClasses } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { type GraphicalPreferences, scalings } from "./graphical-preferences";
import { keyboardLayouts } from "./keyboard/layouts";
import type { ChangeGraphicalPreferences } from "./use-graphical-preferences";
import type { Scaling } from "./vnc-screen";

const scalingWords: Readonly<Record<Scaling, string>> = {
  fit: "Fit to the page",
  original: "Original size",
  "resize-guest": "Change the guest’s resolution",
};
const sameLayout = "same";

export interface ViewMenuProps {
  preferences: GraphicalPreferences;
  onPreferences: ChangeGraphicalPreferences;
}

/** How large the screen is shown, and which keyboard layout the guest has. */
export function ViewMenu({ preferences, onPreferences }: ViewMenuProps) {
  const { scaling, guestLayout } = preferences;
  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger className={buttonClasses("ghost")}>
        View
        <ChevronDown aria-hidden />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        <DropdownMenuLabel>Size</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={scaling}
          onValueChange={(value) =>
            onPreferences({ scaling: scalings.find((one) => one === value) ?? "fit" })
          }
        >
          {scalings.map((one) => (
            <DropdownMenuRadioItem key={one} value={one}>
              {scalingWords[one]}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>Keyboard layout in the guest</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={guestLayout ?? sameLayout}
          onValueChange={(value) => onPreferences({ guestLayout: value === sameLayout ? null : value })}
        >
          <DropdownMenuRadioItem value={sameLayout}>Same as here</DropdownMenuRadioItem>
          {keyboardLayouts.map(({ id, name }) => (
            <DropdownMenuRadioItem key={id} value={id}>
              {name}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
