"""Conclusions: arguments with their grounds, rivals and what would overturn them, as a list and as a picture."""
