"""All pictures of the docs, made anew, but those of the README, which need a built pack (make.py).

    python docs/pictures
"""

import fields
import looks
import sheets

if __name__ == "__main__":
    fields.main([])
    looks.main()
    sheets.main([])
