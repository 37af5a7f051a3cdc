"""What a kind of asset is: a name, a sentence for the help, and how it plans its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from builder.pack.edition import Edition
from builder.pack.plan import Plan
from builder.record import Record, field
from builder.spec.names import Names

# The pack of each language, and the plans of its kinds in the order that partners ask for them.
Editions = tuple[tuple[Edition, tuple[Plan, ...]], ...]


class AssetKind(Record, kw_only=True):
    """One kind of asset of a pack: `plan` decides its files, renderers make them.

    A kind that shows what the others made (the guide's pictures, the note for
    the print shop) has `gather` too: it is asked after all `plan`s, in the order
    in which partners ask for kinds, and is given every plan of the same pack so
    far. One whose file is for all languages has `unite`: it is asked once, last
    of all.
    """

    name: str  # what `--only` takes and the manifest says
    help: str
    order: int = 1000  # of its section on the start page, lower first: what partners ask for first
    plan: Callable[[Edition], Iterable[Plan]]
    gather: Callable[[Edition, tuple[Plan, ...]], Iterable[Plan]] | None = None
    designs: Callable[[Edition], Iterable[str]] = lambda _: ()  # those of the brand that it draws with
    lacks: Callable[[Edition], str] = lambda _: ""  # the file of the brand that it can make nothing without
    unite: Callable[[Editions], Iterable[Plan]] | None = None
    # Whether its plans of an edition are decided by that alone, and so hold as long as it does. What reads
    # more, or plans what waits for other files, is asked in each run; its `gather` comes last.
    settled: bool = True
    names: Names = field(default_factory=Names)  # what a spec may name because there is this kind

    @property
    def last(self) -> bool:
        """Whether it must see what the other kinds plan."""
        return self.gather is not None or self.unite is not None
