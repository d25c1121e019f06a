"""The model: what the analysis rests on."""
