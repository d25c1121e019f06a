"""Planes: how good each of many things is for two, one across and the other upwards."""

from __future__ import annotations

from dataclasses import dataclass

from detente.findings.figures.spec import Spec


@dataclass(frozen=True, slots=True)
class Axis:
    """One direction of a plane: whom it is about, and how many steps it has from worst to best."""

    who: str
    steps: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the plane where something is.

    Attributes
    ----------
    x, y
        Steps from the worst, counted from 0.
    kinds
        How many things of each of the plane's kinds are there.
    """

    x: int
    y: int
    kinds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pin:
    """A place that has a name, or several."""

    x: int
    y: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plane(Spec):
    """Places in a plane whose directions are "better for one" and "better for the other".

    Attributes
    ----------
    across, up
        The two directions.
    kinds
        What each kind of thing is called, the firmest first; at most three.
    spots
        Where things are.
    pins
        Which places have names.
    base
        The place that others are compared with, or ``None``.
    frontier
        The places to which no other is better for one and as good for the other, from left to right.
    """

    across: Axis
    up: Axis
    kinds: tuple[str, ...]
    spots: tuple[Spot, ...]
    pins: tuple[Pin, ...] = ()
    base: tuple[int, int] | None = None
    frontier: tuple[tuple[int, int], ...] = ()
