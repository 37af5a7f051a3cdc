"""Tagged PDF for ReportLab: what each mark on a page means, told while it is drawn.

ReportLab writes no tags. This package adds what PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) ask for
and knows nothing of what is tagged:

* `element`: the structure tree as it grows, `Element("Document").add("P")`;
* `canvas`: `TaggedCanvas`, a ReportLab canvas whose text and pictures belong to elements or are artifacts;
* `tree`: writes the elements into a ReportLab document when it is saved;
* `metadata`: the claims and the colour profile, added before it is saved.

Text goes to `with canvas.tagged(element):`, a picture to `with canvas.figure(element, box):`, all else to
`with canvas.artifact():`. An element may be drawn on several pages: it stays one. What is drawn in none of
them raises, for a validator would be content with it and a listener would never hear of it.
"""
