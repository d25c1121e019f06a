"""Spatial bargaining: what several actors settle on along one scale, from positions and weights."""
