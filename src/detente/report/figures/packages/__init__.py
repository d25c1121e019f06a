"""Packages with what each side gains or loses by them."""
