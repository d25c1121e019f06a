"""Shocks: what is forced on the region, and where that leads under each rule of succession."""
