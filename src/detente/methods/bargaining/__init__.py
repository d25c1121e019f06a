"""Bargaining: what several parties could settle on, from positions, utilities and alternatives to a deal."""
