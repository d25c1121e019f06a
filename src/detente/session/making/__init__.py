"""Making cases: from nothing, from an example, or from what other programs wrote."""
