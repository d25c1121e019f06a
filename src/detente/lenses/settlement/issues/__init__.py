"""Issue by issue: where a settlement would lie on each scale, and how sure that is."""
