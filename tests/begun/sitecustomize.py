"""Has commands begin their processes as PACKBUILD_TEST_START says; see `tests/conftest.py`."""

import multiprocessing
import os

multiprocessing.set_start_method(os.environ["PACKBUILD_TEST_START"])
