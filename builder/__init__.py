"""packbuild: one YAML file a year and one brand folder in, one comms pack out."""

__version__ = "0.1.0"
ENTRY_POINTS = "packbuild.kinds"  # by which other packages bring kinds
