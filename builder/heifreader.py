"""A program of its own: HEIF at standard input, the picture as TIFF at standard output, upright, in 8 bits.

libheif ends its process over some broken files. Here that is this one, and whoever asked is told by its exit.
"""

import sys
from io import BytesIO

TOO_LARGE = 3  # its exit if the picture has more pixels than its argument says; of anything broken, another
_MOST_SECONDS = 30


def main() -> int:
    """Read and write; what goes wrong is an exit other than 0."""
    try:
        from resource import RLIMIT_CPU, setrlimit  # noqa: PLC0415  not on Windows

        setrlimit(RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    except ImportError:
        pass
    from pi_heif import register_heif_opener  # noqa: PLC0415  takes a moment
    from PIL import Image  # noqa: PLC0415  as above

    register_heif_opener(thumbnails=False)
    with Image.open(BytesIO(sys.stdin.buffer.read()), formats=("HEIF",)) as opened:
        if opened.width * opened.height > int(sys.argv[1]):
            return TOO_LARGE
        shown = opened.convert("RGBA" if opened.has_transparency_data else "RGB")
        tiff = BytesIO()
        shown.save(tiff, "TIFF", icc_profile=opened.info.get("icc_profile"))
    sys.stdout.buffer.write(tiff.getbuffer())
    return 0


if __name__ == "__main__":
    sys.exit(main())
