"""A small corridor: two towns, a ford in dispute between them, a long way around, and a port far away."""

from __future__ import annotations

CASE = """
case: {id: ford, title: The Ford, as_of: 2025-07-10}
actors:
  - {id: north, name: Northland, kind: state, iso: AM, aliases: [Northtown], assumption: invented}
  - {id: south, name: Southland, kind: state, iso: AZ, assumption: invented}
corridor:
  nodes:
    - {id: northtown, name: Northtown, country: AM, kind: city, lat: 40.2, lon: 44.5, assumption: invented}
    - {id: ford, name: The Ford, country: AM, kind: border, lat: 39.5, lon: 45.9, assumption: invented}
    - {id: southtown, name: Southtown, country: AZ, kind: city, lat: 39.8, lon: 46.8, assumption: invented}
    - {id: east, name: East Gate, country: AZ, kind: border, lat: 40.9, lon: 46.5, assumption: invented}
    - {id: port, name: Far Port, country: TR, kind: port, lat: 36.8, lon: 34.6, assumption: invented}
    - {id: nowhere, name: Nowhere, country: TR, kind: city, assumption: invented}
  links:
    - {id: to-ford, a: northtown, b: ford, mode: road, km: 200, assumption: invented}
    - {id: over-ford, a: ford, b: southtown, mode: road, km: 120, regime: shut, assumption: invented}
    - {id: rails, a: ford, b: southtown, mode: rail1520, km: 130, regime: shut, assumption: invented}
    - {id: around-north, a: northtown, b: east, mode: road, km: 300, assumption: invented}
    - {id: around-south, a: east, b: southtown, mode: road, km: 200, capacity: 300, assumption: invented}
    - {id: to-port, a: northtown, b: port, mode: road, km: 1200, name: The long road, assumption: invented}
    - {id: old, a: port, b: nowhere, mode: road, km: 50, status: closed, assumption: invented}
  regimes:
    - {id: shut, kind: closed, name: Ford shut, assumption: invented}
    - {id: open, kind: sovereign, name: Ford open, hours: 2, assumption: invented}
  flows:
    - {id: bread, origin: northtown, destination: southtown, kt: 1000, assumption: invented}
    - {id: salt, origin: southtown, destination: port, kt: 200, assumption: invented}
"""
