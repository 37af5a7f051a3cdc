// The cards by Satori and resvg: node satori_cards.mjs FOLDER
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import { timed } from "./contest.mjs";

const folder = process.argv[2];
const cards = JSON.parse(readFileSync(join(folder, "cards.json"), "utf8"));

const files = new Map(cards.flatMap((card) => card.texts).map((text) => [text.font, text]));
const fonts = [...files].map(([file, { family, weight, italic }]) => ({
  name: family,
  data: readFileSync(file),
  weight,
  style: italic ? "italic" : "normal",
}));

const div = (style, children) => ({ type: "div", props: { style, children } });

function ground({ stops, angle }) {
  if (stops.length === 1) return { backgroundColor: stops[0][1] };
  const list = stops.map(([share, color]) => `${color} ${share * 100}%`);
  return { backgroundImage: `linear-gradient(${angle + 90}deg, ${list.join(", ")})` };
}

function words(text) {
  const style = {
    position: "absolute",
    left: text.x,
    top: text.baseline - text.leading / 2 - text.size * 0.35,
    width: text.width,
    fontFamily: text.family,
    fontWeight: text.weight,
    fontStyle: text.italic ? "italic" : "normal",
    fontSize: text.size,
    lineHeight: text.leading / text.size,
    color: text.color,
  };
  return div(style, text.words);
}

async function draw(card) {
  const { width, height } = card;
  const svg = readFileSync(join(folder, `${card.art}.svg`)).toString("base64");
  const style = { position: "absolute", left: 0, top: 0 };
  const art = { type: "img", props: { src: `data:image/svg+xml;base64,${svg}`, width, height, style } };
  const root = { display: "flex", position: "relative", width, height, ...ground(card) };
  const drawn = await satori(div(root, [art, ...card.texts.map(words)]), { width, height, fonts });
  return new Resvg(drawn, { font: { loadSystemFonts: false } }).render().asPng();
}

await timed(cards, draw, join(folder, "satori.png"), 1);
