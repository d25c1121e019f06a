"""The brief: five sentences about a case, composed from what the lenses found."""
