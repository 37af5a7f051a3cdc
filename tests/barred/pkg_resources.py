"""Stands before the real one while tests run: no environment needs to hold it when packbuild runs."""

raise ModuleNotFoundError("pkg_resources is no run-time dependency of packbuild", name="pkg_resources")
