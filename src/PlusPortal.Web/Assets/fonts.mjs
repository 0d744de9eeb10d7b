// Copies the one font file that the pages use from its npm package. The stylesheet and the layout name this address.
import { copyFileSync, mkdirSync } from "node:fs";

const source = "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2";
mkdirSync("wwwroot/fonts", { recursive: true });
copyFileSync(source, "wwwroot/fonts/atkinson-hyperlegible-next-latin.woff2");
