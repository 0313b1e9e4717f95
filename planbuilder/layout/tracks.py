"""Widths of columns: fixed ones, natural ones squeezed where room is short, shares of what is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planbuilder.model.design import Track

EPS = 0.05
THINNEST = 0.05


class Extent(NamedTuple):
    """Narrowest and natural width."""

    least: float
    natural: float


def closed_out(track: Track) -> bool:
    """Whether a column takes no room at all."""
    return track.kind == "fixed" and track.size == 0


def solved(tracks: Sequence[Track], extents: Sequence[Extent], room: float, gap: float) -> tuple[float, ...]:
    """The width of each track so that all fill the room: fixed, then natural, then shares of the rest."""
    used = gap * max(len(tracks) - 1, 0)
    extents = [_capped(t, e) for t, e in zip(tracks, extents, strict=True)]
    widths = [e.natural if t.kind == "auto" else t.size for t, e in zip(tracks, extents, strict=True)]
    short = sum(widths) + used - room
    narrow = sum(max(e.least - t.size, 0.0) for t, e in zip(tracks, extents, strict=True) if t.kind == "rest")
    _squeeze(widths, tracks, extents, short, short + narrow)
    shares = [k for k, t in enumerate(tracks) if t.kind == "rest"]
    spare = room - used - sum(w for k, w in enumerate(widths) if k not in shares)
    _share(widths, tracks, shares, spare)
    return tuple(widths)


def _capped(track: Track, extent: Extent) -> Extent:
    """A natural width that may have a most."""
    if track.kind != "auto" or not track.size:
        return extent
    return Extent(min(extent.least, track.size), min(extent.natural, track.size))


def _squeeze(
    widths: list[float], tracks: Sequence[Track], extents: Sequence[Extent], short: float, wanted: float
) -> None:
    """Natural widths give way towards their narrowest, for what is wanted by shares of the rest, too.

    Below that they give way only for what is short, all in proportion, so that nothing overlaps.
    """
    autos = [k for k, t in enumerate(tracks) if t.kind == "auto"]
    slack = sum(widths[k] - extents[k].least for k in autos)
    if wanted <= EPS or not autos:
        return
    if slack > EPS:
        part = min(1.0, wanted / slack)
        for k in autos:
            widths[k] -= (widths[k] - extents[k].least) * part
        short -= slack * part
    total = sum(widths[k] for k in autos)
    if short > EPS and total > 0:
        for k in autos:
            widths[k] *= max(THINNEST, 1 - short / total)


def _share(widths: list[float], tracks: Sequence[Track], shares: list[int], spare: float) -> None:
    """Shares by weight; one that would fall under its floor takes the floor and leaves the rest to the others."""
    open_ = list(shares)
    while open_:
        weight = sum(tracks[k].share for k in open_)
        low = [k for k in open_ if spare * tracks[k].share / weight < tracks[k].size - EPS]
        if not low:
            for k in open_:
                widths[k] = max(spare * tracks[k].share / weight, 0.0)
            return
        for k in low:
            widths[k] = tracks[k].size
            spare -= tracks[k].size
            open_.remove(k)
