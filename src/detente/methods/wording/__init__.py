"""Kernels for two wordings of one thing: sentences, what they share, and what differs; texts in, places out."""
