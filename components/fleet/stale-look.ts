/** How what may be out of date looks: without colour, but as readable as all else. */
export const staleLook = "text-muted grayscale [&_*]:text-muted";
