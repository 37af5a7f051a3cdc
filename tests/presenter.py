"""Somebody who opens a template and makes slides of it."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx_lint import A, opened

from builder.archive import zipped

MOMENT = dt.datetime(2023, 7, 3, tzinfo=dt.UTC)
TYPES = "[Content_Types].xml"


def as_deck(template: bytes) -> Any:
    """python-pptx opens no templates: the same files with a presentation's main type."""
    files = opened(template).files
    types = files[TYPES].replace(b"presentationml.template.main", b"presentationml.presentation.main")
    return Presentation(io.BytesIO(zipped({**files, TYPES: types}, MOMENT, first=(TYPES,))))


def fill(slide: Any, text: str, lang: str, style: str) -> None:
    """Words in every box, a picture, a table and a chart where they go, with alt text."""
    for holder in list(slide.placeholders):
        match holder.placeholder_format.type:
            case PP_PLACEHOLDER.PICTURE:
                holder.insert_picture(_picture())._element.nvPicPr.cNvPr.set("descr", text)
            case PP_PLACEHOLDER.TABLE:
                _table(holder, text, style)
            case PP_PLACEHOLDER.CHART:
                _chart(holder, text)
            case _:
                holder.text_frame.text = text
    box = slide.shapes.add_textbox(0, 0, 2_000_000, 400_000)
    box.text_frame.text = text
    for run in slide._element.iter(f"{A}r"):
        run.get_or_add_rPr().set("lang", lang)


def _picture() -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (60, 40), (90, 60, 30)).save(file, "PNG")
    return file


def _table(holder: Any, text: str, style: str) -> None:
    graphic = holder.insert_table(2, 2)
    graphic._element.nvGraphicFramePr.cNvPr.set("descr", text)
    for cell in graphic.table.iter_cells():
        cell.text = text
    # PowerPoint gives new tables the template's style, python-pptx gives them Office's.
    graphic.table._tbl.tblPr.find(f"{A}tableStyleId").text = style


def _chart(holder: Any, text: str) -> None:
    data = CategoryChartData()
    data.categories = (text, "other")
    data.add_series(text, (1, 2))
    holder.insert_chart(XL_CHART_TYPE.PIE, data)._element.nvGraphicFramePr.cNvPr.set("descr", text)
