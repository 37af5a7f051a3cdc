"""SVG as it is found, brought to one flat list of painted outlines that every writer draws alike.

An outline is simple: its loops do not cross, outer loops run one way and holes the other, so that the
non-zero and the even-odd rule fill the same. Strokes, clips, masks, group opacity, clones and style
sheets are resolved into the outlines. What is not understood is a fault at its line, never left out.
"""
