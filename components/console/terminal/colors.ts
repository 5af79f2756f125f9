import type { ITheme } from "@xterm/xterm";

/** The terminal's sixteen colours on the page's own ground. Text that is still too faint is corrected by xterm. */
const dark: ITheme = {
  background: "#131312",
  foreground: "#edece7",
  cursor: "#9aa8ff",
  cursorAccent: "#131312",
  selectionBackground: "#9aa8ff55",
  black: "#2e2d29",
  red: "#ff8a84",
  green: "#62cd8f",
  yellow: "#e6b64c",
  blue: "#9aa8ff",
  magenta: "#d9a0e8",
  cyan: "#6cc9d6",
  white: "#d4d2ca",
  brightBlack: "#8f8a7f",
  brightRed: "#ffaba6",
  brightGreen: "#8fe0b1",
  brightYellow: "#f3cf82",
  brightBlue: "#bac4ff",
  brightMagenta: "#e8c2f2",
  brightCyan: "#9adde6",
  brightWhite: "#ffffff",
};

const light: ITheme = {
  background: "#ffffff",
  foreground: "#1b1a17",
  cursor: "#2f45c8",
  cursorAccent: "#ffffff",
  selectionBackground: "#2f45c833",
  black: "#1b1a17",
  red: "#b3202a",
  green: "#17683a",
  yellow: "#7d4d00",
  blue: "#2f45c8",
  magenta: "#8a2a94",
  cyan: "#0f6674",
  white: "#625d54",
  brightBlack: "#57534b",
  brightRed: "#c9303a",
  brightGreen: "#1c7a45",
  brightYellow: "#8f5a00",
  brightBlue: "#4459da",
  brightMagenta: "#9d3aa8",
  brightCyan: "#147787",
  brightWhite: "#3d3a34",
};

export function terminalColors(isDark: boolean): ITheme {
  return isDark ? dark : light;
}

/** Colours of what a search found. */
export function searchColors(isDark: boolean) {
  return isDark
    ? {
        matchBackground: "#5c4a1c",
        activeMatchBackground: "#8a6a14",
        matchOverviewRuler: "#e6b64c",
        activeMatchColorOverviewRuler: "#ffffff",
      }
    : {
        matchBackground: "#fdeec4",
        activeMatchBackground: "#f6cf6b",
        matchOverviewRuler: "#7d4d00",
        activeMatchColorOverviewRuler: "#1b1a17",
      };
}
