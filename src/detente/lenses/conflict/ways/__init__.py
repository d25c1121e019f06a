"""The ways from a state to the outcomes asked about."""
