"""Font files as they are bought, brought to what every renderer takes: static fonts of TrueType outlines."""

from __future__ import annotations

import logging

# What fontTools says of tables that are a little odd is no news for whoever writes a brand.
logging.getLogger("fontTools").addHandler(logging.NullHandler())
