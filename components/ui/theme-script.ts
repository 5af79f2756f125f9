import { themeChanged, themeChosen, themeKey } from "./theme-events";

/**
 * A script for the page's markup: it gives the page its theme before anything is painted, and again when another one is
 * chosen, here or in another window, or the system changes its own. A browser that
 * keeps nothing for pages refuses to be asked, and has the system's theme. By hand: next-themes would cost each page 0.9 kB.
 */
export const themeScript = `(()=>{const classes=document.documentElement.classList,scheme=matchMedia("(prefers-color-scheme: dark)"),apply=()=>{let chosen=null;try{chosen=localStorage.getItem("${themeKey}")}catch{}const dark=chosen==="dark"||chosen!=="light"&&scheme.matches;if(classes.contains("dark")!==dark){classes.add("theme-changes");classes.toggle("dark",dark);setTimeout(()=>classes.remove("theme-changes"),50)}dispatchEvent(new Event("${themeChanged}"))};scheme.addEventListener("change",apply);addEventListener("storage",apply);addEventListener("${themeChosen}",apply);apply()})()`;
