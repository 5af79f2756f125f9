/** Where the browser keeps what was chosen: "light" or "dark"; else the system's theme is the page's. */
export const themeKey = "theme";

/** Events of the window: another theme was chosen in it; the page's theme may be another one. */
export const themeChosen = "passdeck-theme-chosen";
export const themeChanged = "passdeck-theme-changed";
