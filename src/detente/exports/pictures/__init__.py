"""Pictures as SVG that stands alone: colours, letters and lengths are worked out, and no style sheet is needed."""
