"""Settings: states of the region under which the other lenses are asked again."""
