"""The scenarios of the case side by side with things as they are."""
