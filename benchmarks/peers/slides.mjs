// The example deck by PptxGenJS: node slides.mjs FOLDER
import { readFileSync } from "node:fs";
import { join } from "node:path";
import PptxGenJS from "pptxgenjs";
import { timed } from "./contest.mjs";

const folder = process.argv[2];
const deck = JSON.parse(readFileSync(join(folder, "slides.json"), "utf8"));
const layouts = new Map(deck.layouts.map((layout) => [layout.key, layout]));

/** A box in inches, from one in pt. */
const place = ({ x, y, w, h }) => ({ x: x / 72, y: y / 72, w: w / 72, h: h / 72 });

const TYPES = { title: "title", ctrTitle: "title", pic: "image", tbl: "table", chart: "chart" };

function master(pptx, layout) {
  const whole = place({ x: 0, y: 0, w: deck.width, h: deck.height });
  const holders = layout.placeholders.map((holder) => {
    const options = {
      ...place(holder.box),
      name: holder.name,
      type: TYPES[holder.kind] ?? "body",
      fontFace: holder.heading ? deck.fonts.heading : deck.fonts.text,
      fontSize: holder.size,
      bold: holder.bold,
      color: holder.color,
      margin: 0,
    };
    return { placeholder: { options, text: holder.prompt } };
  });
  const art = { image: { ...whole, path: join(folder, `${layout.key}.png`) } };
  pptx.defineSlideMaster({ title: layout.key, background: { color: layout.ground }, objects: [art, ...holders] });
}

function paragraphs({ paragraphs, size }, holder) {
  return paragraphs.map(({ text, level, link, plain }) => ({
    text,
    options: {
      breakLine: true,
      ...(holder.bullets && !plain ? { bullet: true, indentLevel: level } : {}),
      ...(link ? { hyperlink: { url: link } } : {}),
      ...(size ? { fontSize: size } : {}),
    },
  }));
}

/** A step of a curve within its box, in inches. */
function point([letter, ...numbers], box) {
  if (letter === "Z") return { close: true };
  const [x1, y1, x2, y2, x, y] = numbers.map((each, at) => (each - (at % 2 ? box.y : box.x)) / 72);
  if (letter === "C") return { x, y, curve: { type: "cubic", x1, y1, x2, y2 } };
  return { x: x1, y: y1, moveTo: letter === "M" };
}

const FILL = {
  text: (_, slide, filling, holder) =>
    slide.addText(paragraphs(filling, holder), { placeholder: holder.name }),
  table: (_, slide, { rows, columns, row_height, size }, holder) =>
    slide.addTable(
      rows.map((row) => row.map((text) => ({ text }))),
      { ...place(holder.box), colW: columns.map((width) => width / 72), rowH: row_height / 72, fontSize: size },
    ),
  chart: (pptx, slide, { labels, series, format, alt }, holder) =>
    slide.addChart(
      pptx.charts.BAR,
      series.map(([name, values]) => ({ name, labels, values })),
      { ...place(holder.box), barDir: "bar", showValue: true, dataLabelFormatCode: format, altText: alt },
    ),
  shapes: (_, slide, { curves }) => {
    for (const { box, color, steps } of curves)
      slide.addShape("custGeom", { ...place(box), fill: { color }, points: steps.map((step) => point(step, box)) });
  },
  picture: (_, slide, { image, alt }, holder) => {
    const { w, h } = place(holder.box);
    slide.addImage({ ...place(holder.box), path: image, altText: alt, sizing: { type: "cover", w, h } });
  },
};

async function write() {
  const pptx = new PptxGenJS();
  pptx.title = deck.title;
  pptx.defineLayout({ name: "own", width: deck.width / 72, height: deck.height / 72 });
  pptx.layout = "own";
  pptx.theme = { headFontFace: deck.fonts.heading, bodyFontFace: deck.fonts.text };
  for (const layout of deck.layouts) master(pptx, layout);
  for (const { layout, fillings, notes } of deck.slides) {
    const slide = pptx.addSlide({ masterName: layout });
    for (const filling of fillings) {
      const holder = layouts.get(layout).placeholders.find(({ index }) => index === filling.index);
      FILL[filling.kind](pptx, slide, filling, holder);
    }
    if (notes) slide.addNotes(notes);
  }
  return pptx.write({ outputType: "nodebuffer", compression: true });
}

await timed([null], write, join(folder, "pptxgenjs.pptx"));
