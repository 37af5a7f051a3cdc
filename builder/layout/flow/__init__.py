"""Flowing text laid out: a story's blocks become flows, flows are parted into pages, pages hold items.

`compose` says what each block looks like and what it means, `paginate` where it stands. Nothing
here is changed once it is made: a flow that is parted gives two others.
"""
