"""Engines of the graph model: states, moves and payoffs in option form and in graph form."""
