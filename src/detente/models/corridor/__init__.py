"""The corridor as a model: a transport network under border regimes, and the outlines of the countries it lies in."""
