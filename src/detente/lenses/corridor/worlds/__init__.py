"""Worlds: the network as it is, under each regime and in each scenario."""
